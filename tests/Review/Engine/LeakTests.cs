using System.Text.Json.Nodes;

namespace Infra.Tests.Review.Engine;

/// <summary>Whatever a program does with a secret, what leaves the process does not repeat it.</summary>
public sealed class LeakTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_secret_of_several_lines_is_masked_on_each(string format)
    {
        var result = await RunAsync("prints a password", "first-line\nsecond-line\nthird-line", "--format", format);

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldContain("first, [secret]");
        result.Output.ShouldContain("then [secret]");
        result.Output.ShouldNotContain("-line");
    }

    [Fact]
    public async Task A_secret_at_the_cut_is_not_shown_in_part()
    {
        var result = await RunAsync("prints a password at the cut", "correct-horse", "--format", "json");

        result.ExitCode.ShouldBe(0, result.Errors);
        var lines = result.Json["diagnostics"]!.AsArray().Select(diagnostic => (string)diagnostic!["message"]!).ToList();
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(line => line.Contains("more characters were cut"));
        result.Output.ShouldNotContain("corr");
    }

    [Fact]
    public async Task A_secret_of_the_configuration_is_masked_where_the_program_puts_it_in_clear()
    {
        var result = await RunAsync("puts a password in clear", "abc12", "--format", "json", "--fail-on", "never");

        result.ExitCode.ShouldBe(0, result.Errors);
        ((string)ResourceOf(result.Json, "labelled")["inputs"]!["tags"]!["password"]!).ShouldBe("is [secret]!");
        result.Output.ShouldNotContain("abc12");
    }

    [Fact]
    public async Task A_program_that_fails_leaks_no_more_than_one_that_does_not()
    {
        var result = await RunAsync("throws secrets", "a\"b<c-secret");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("[secret] and {\"p\":\"[secret]\"} were refused.");
        result.Errors.ShouldNotContain("hunter2");
        result.Errors.ShouldNotContain("c-secret\"");
    }

    [Fact]
    public async Task What_is_computed_from_a_secret_is_secret_however_short_it_is()
    {
        var result = await RunAsync("names by a secret", "abc", "--format", "json", "--fail-on", "never");

        result.ExitCode.ShouldBe(0, result.Errors);
        var vault = ResourceOf(result.Json, "vault");
        ((string)vault["outputs"]!["arn"]!).ShouldBe("[secret]");
        ((string)vault["outputs"]!["bucketDomainName"]!).ShouldBe("[secret]");
        ((string)vault["outputs"]!["region"]!).ShouldBe("eu-central-1");
        ((string)vault["id"]!).ShouldMatch("^vault-[0-9a-f]{7}$");
        ((string)ResourceOf(result.Json, "versions")["inputs"]!["bucket"]!).ShouldBe((string)vault["id"]!);
        result.Json["stackOutputs"]!.AsObject().Select(output => $"{output.Key}={output.Value}")
            .ShouldBe(["arn=[secret]", "domain=[secret]", $"id={vault["id"]}", "region=eu-central-1"]);
        result.Output.ShouldNotContain("abc");
    }

    private static async Task<CommandResult> RunAsync(string scenario, string password, params string[] options)
    {
        using var project = new ScenarioProject(scenario);
        return await project.PreviewAsync([.. options, "--config", $"scenarios:password={password}"]);
    }

    private static JsonNode ResourceOf(JsonNode preview, string name) =>
        preview["resources"]!.AsArray().Single(resource => (string)resource!["name"]! == name)!;
}
