using System.Text.Json.Nodes;

namespace Infra.Tests.Review.Engine;

/// <summary>What a preview holds of a real program, as the real engine would see it.</summary>
public sealed class PreviewContentTests
{
    private const string Stack = "urn:pulumi:dev::scenarios::pulumi:pulumi:Stack::scenarios-dev";
    private const string Shelf = "urn:pulumi:dev::scenarios::scenarios:index:Shelf::shelf";
    private const string InShelf = "urn:pulumi:dev::scenarios::scenarios:index:Shelf$aws:s3/bucket:Bucket::";

    private static readonly Lazy<Task<JsonNode>> Options = new(() => JsonOfAsync("options"));

    [Fact]
    public async Task Parents_dependencies_and_options_are_as_the_program_gave_them()
    {
        var result = await Options.Value;

        var (shelf, first, second) = (ResourceOf(result, "shelf"), ResourceOf(result, "first"), ResourceOf(result, "second"));
        ((string)shelf["parent"]!).ShouldBe(Stack);
        ((bool)shelf["custom"]!).ShouldBeFalse();
        ((string)first["urn"]!).ShouldBe($"{InShelf}first");
        ((string)first["parent"]!).ShouldBe(Shelf);
        ((bool)first["options"]!["protect"]!).ShouldBeTrue();
        Texts(first["options"]!["ignoreChanges"]!).ShouldBe(["tags"]);
        ((string)second["parent"]!).ShouldBe(Stack);
        Texts(second["dependencies"]!).ShouldBe([$"{InShelf}first", $"{InShelf}shelf-own"]);
        Texts(second["propertyDependencies"]!["tags"]!).ShouldBe([$"{InShelf}first"]);
        Texts(second["options"]!["aliases"]!).ShouldContain("urn:pulumi:dev::scenarios::aws:s3/bucket:Bucket::old-second");
        second["options"]!["protect"].ShouldBeNull();
    }

    [Fact]
    public async Task Values_that_only_the_cloud_knows_are_made_up_alike_everywhere()
    {
        var result = await Options.Value;

        var arn = (string)ResourceOf(result, "first")["outputs"]!["arn"]!;
        arn.ShouldMatch("^arn:aws:s3:::first-[0-9a-f]{7}$");
        ((string)ResourceOf(result, "second")["inputs"]!["tags"]!["first"]!).ShouldBe(arn);
        ((string)ResourceOf(result, "shelf")["outputs"]!["arn"]!).ShouldBe((string)ResourceOf(result, "shelf-own")["outputs"]!["arn"]!);
        ((string)result["stackOutputs"]!["arn"]!).ShouldBe((string)ResourceOf(result, "second")["outputs"]!["arn"]!);
    }

    [Fact]
    public async Task On_demand_they_stay_unknown_all_the_way()
    {
        var result = await JsonOfAsync("options", "--unknowns");

        ((string)ResourceOf(result, "first")["outputs"]!["arn"]!).ShouldBe("[unknown]");
        ((string)ResourceOf(result, "second")["inputs"]!["tags"]!["first"]!).ShouldBe("[unknown]");
        ((string)ResourceOf(result, "shelf")["outputs"]!["arn"]!).ShouldBe("[unknown]");
        ((string)result["stackOutputs"]!["arn"]!).ShouldBe("[unknown]");
        Texts(ResourceOf(result, "second")["dependencies"]!).ShouldBe([$"{InShelf}first", $"{InShelf}shelf-own"]);
    }

    [Fact]
    public async Task Options_count_as_they_are_when_the_resource_is_made()
    {
        var result = await JsonOfAsync("changes options later");

        ((string)ResourceOf(result, "shelf")["options"]!["deletedWith"]!).ShouldEndWith("::then");
    }

    [Fact]
    public async Task Transforms_of_the_stack_and_of_a_resource_run()
    {
        var result = await JsonOfAsync("stack transform");

        var tags = ResourceOf(result, "plain")["inputs"]!["tags"]!.AsObject();
        tags.Select(tag => $"{tag.Key}={tag.Value}").ShouldBe(["colour=green", "kind=plain", "owner=library"]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task Secrets_appear_nowhere(string format)
    {
        using var project = new ScenarioProject("secrets");
        project.Write("Pulumi.dev.yaml", "config:\n  aws:region: eu-central-1\n  scenarios:case: secrets\n  scenarios:token:\n    secure: v1:AbCdEfGh:IjKl\n");

        var result = await project.PreviewAsync("--format", format, "--config", "scenarios:password=correct-horse", "--fail-on", "never");

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldContain("[secret]");
        foreach (var secret in new[] { "correct-horse", "offline-placeholder", "AbCdEfGh" }) (result.Output + result.Errors).ShouldNotContain(secret);
        if (format != "json") return;
        ((string)ResourceOf(result.Json, "password")["inputs"]!["value"]!).ShouldBe("[secret]");
        ((string)ResourceOf(result.Json, "labelled")["inputs"]!["tags"]!["joined"]!).ShouldBe("[secret]");
        ((string)result.Json["stackOutputs"]!["both"]!).ShouldBe("[secret]");
    }

    private static async Task<JsonNode> JsonOfAsync(string scenario, params string[] options)
    {
        using var project = new ScenarioProject(scenario);
        var result = await project.PreviewAsync(["--format", "json", "--fail-on", "never", .. options]);
        result.ExitCode.ShouldBe(0, result.Errors);
        return result.Json;
    }

    private static JsonNode ResourceOf(JsonNode preview, string name) =>
        preview["resources"]!.AsArray().Single(resource => (string)resource!["name"]! == name)!;

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => (string)item!);
}
