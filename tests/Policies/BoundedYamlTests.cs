using Infra.Policies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Policies;

public sealed class BoundedYamlTests
{
    [Theory]
    [InlineData("config: &a\n  b: *a\n", 2, 6, "'*a' stands within '&a', the value that it repeats")]
    [InlineData("&a [1, [2, *a]]\n", 1, 12, "'*a' stands within '&a', the value that it repeats")]
    [InlineData("&a { ? *a : 1 }\n", 1, 8, "'*a' stands within '&a', the value that it repeats")]
    [InlineData("a: 1\nb: *nope\n", 2, 4, "'*nope' repeats a value, and no '&nope' is before it")]
    public void An_alias_that_cannot_be_followed_is_refused_where_it_stands(string text, int line, int column, string problem)
    {
        var refusal = Should.Throw<YamlException>(() => Load(text));

        refusal.Message.ShouldEndWith(problem);
        (refusal.Start.Line, refusal.Start.Column).ShouldBe((line, column));
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_have()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 9).Select(level =>
            $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));

        Should.Throw<YamlException>(() => Load(text)).Message.ShouldEndWith("with what its aliases repeat, the file has more than 100,000 values");
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 65)]
    public void Nesting_without_end_is_refused(string opening, int levels) =>
        Should.Throw<YamlException>(() => Load(string.Concat(Enumerable.Repeat(opening, levels))))
            .Message.ShouldEndWith("lists and mappings stand within one another more than 64 deep");

    [Fact]
    public void What_people_write_is_read()
    {
        var root = (YamlMappingNode)Load($"""
            web: &web
              ports: [80, 443]
            api: *web
            web2: &web {new string('[', 60)}{new string(']', 60)}
            worker: *web
            """)!;

        root["api"].ShouldBe(root["web"]);
        root["worker"].ShouldBe(root["web2"]);
    }

    private static YamlNode? Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new BoundedYaml(new Parser(new StringReader(text))));
        return stream.Documents.SingleOrDefault()?.RootNode;
    }
}
