using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Tests.Review.Project;

public sealed class KnownKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-nearest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("zonez", "infra:zonez is not a key of this project; did you mean 'infra:zones'? Keys are declared in Pulumi.yaml.")]
    [InlineData("qqqqq", "infra:qqqqq is not a key of this project; known are infra:owner, infra:zones. Keys are declared in Pulumi.yaml.")]
    public void A_misspelt_key_is_compared_without_its_namespace(string key, string message)
    {
        WriteProject("infra");
        WriteStack($"infra:{key}: 3");

        Resolve().Refused!.Text.ShouldContain(message);
    }

    [Theory]
    [InlineData("ifra:zones", "infra:zones")]
    [InlineData("awz:region", "aws:region")]
    public void A_misspelt_namespace_is_told_by_the_key_that_it_owns(string key, string meant)
    {
        WriteProject("infra");
        WriteStack($"{key}: 3");

        Resolve().Refused!.Text.ShouldBe("Configuration of stack 'dev' is wrong: Pulumi.dev.yaml:2:3: "
            + $"{key} is neither a key of this project nor of a provider known here; write '{meant}' if that is meant.");
    }

    [Theory]
    [InlineData("ifra:anything: 3")]
    [InlineData("random:zones: 3")]
    [InlineData("gcp:region: europe-west3")]
    public void Keys_of_providers_that_are_not_known_here_are_let_through(string line)
    {
        WriteProject("infra");
        WriteStack(line);

        var configuration = Resolve();

        configuration.Values.Keys.ShouldContain(line.Split(": ")[0]);
        configuration.Refused.ShouldBeNull();
    }

    [Fact]
    public void A_renamed_project_is_told_once_not_for_each_of_its_keys()
    {
        WriteProject("shop");
        WriteStack("shop:zones: 3");

        Should.Throw<UserException>(Resolve).Message.ShouldBe(
            "Pulumi.yaml is wrong: Pulumi.yaml:4:3: infra:owner and 1 more belong to the namespace infra, which is not this project's, "
            + "and takes 'value' only, no 'type' or 'default'; write 'shop:…' if the project's own are meant.");
    }

    [Fact]
    public void A_project_whose_name_is_none_is_told_that_alone()
    {
        WriteProject("12 3");
        WriteStack("infra:zones: 3");

        Should.Throw<UserException>(Resolve).Message.ShouldBe(
            "Pulumi.yaml is wrong: Pulumi.yaml:1:1: name is '12 3'; a project's name has letters, digits, '-', '_' and '.' only.");
    }

    [Fact]
    public void A_number_that_is_too_large_is_told_as_it_was_given()
    {
        WriteProject("infra");
        WriteStack("infra:zones: 99999999999999999999");

        Resolve().Refused!.Text.ShouldBe("Configuration of stack 'dev' is wrong: "
            + "Pulumi.dev.yaml:2:3: infra:zones is '99999999999999999999'; expected an integer, for example 3.");
    }

    private void WriteProject(string name) => File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), $$"""
        name: {{name}}
        runtime: dotnet
        config:
          infra:owner: { type: string, default: team }
          infra:zones: { type: integer, default: 2 }
        """);

    private void WriteStack(string line) => File.WriteAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), $"config:\n  {line}\n");

    private StackConfiguration Resolve() => StackConfiguration.Resolve(ProjectFile.Find(_folder), "dev", []);
}
