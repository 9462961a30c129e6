using System.Text.Json.Nodes;

namespace Infra.Tests.Review.Engine;

/// <summary>What the engine could not look at is never silent.</summary>
public sealed class UndeterminedTests
{
    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    public async Task Types_without_a_schema_are_findings_once_for_each_type(string failOn, int exitCode)
    {
        var result = await RunAsync("makes the unknown", "--fail-on", failOn);

        result.ExitCode.ShouldBe(exitCode, result.Errors);
        ((int)result.Json["summary"]!["undetermined"]!).ShouldBe(2);
        Findings(result.Json, "urn").ShouldBe(
            ["urn:pulumi:dev::scenarios::aws:moon/base:Base::base-1", "urn:pulumi:dev::scenarios::aws:moon/crater:Crater::crater"]);
        Findings(result.Json, "rule").ShouldAllBe(rule => rule == "preview-unchecked-type");
        Findings(result.Json, "message").First().ShouldContain("of this one and 1 more were not checked");
    }

    [Fact]
    public async Task A_component_whose_children_only_a_plugin_could_make_is_a_finding()
    {
        var result = await RunAsync("makes a remote component", "--fail-on", "warning");

        result.ExitCode.ShouldBe(1, result.Errors);
        Findings(result.Json, "rule").ShouldBe(["preview-unseen-children"]);
        Findings(result.Json, "verdict").ShouldBe(["undetermined"]);
        Findings(result.Json, "urn").ShouldBe(["urn:pulumi:dev::scenarios::moon:index:Station::far"]);
    }

    [Fact]
    public async Task A_group_that_is_imported_with_the_rules_it_has_is_a_finding()
    {
        var result = await RunAsync("imports groups", "--fail-on", "never");

        var unseen = result.Json["findings"]!.AsArray().Where(finding => (string)finding!["rule"]! == "preview-unseen-rules").ToList();
        ((string)unseen.ShouldHaveSingleItem()!["message"]!)
            .ShouldBe("sg-0123456789abcdef0 is imported with the rules that it has, which an offline run cannot see");
    }

    [Fact]
    public async Task Warnings_are_in_the_report_for_machines()
    {
        var result = await RunAsync("makes the unknown");

        result.Json["diagnostics"]!.ToJsonString().ShouldBe("""[{"severity":"warning","message":"Nobody has been there for a while.","urn":null}]""");
    }

    [Fact]
    public async Task A_provider_of_another_version_is_not_judged_by_this_schema()
    {
        var result = await RunAsync("uses a newer provider", "--fail-on", "never");

        var findings = result.Json["findings"]!.AsArray().Where(finding => (string)finding!["rule"]! == "schema-unknown-property").ToList();
        findings.Select(finding => ((string)finding!["urn"]!).Split("::")[^1] + " " + (string)finding["verdict"]!).ShouldBe(["now fail", "later undetermined"]);
        ((string)findings[1]!["message"]!).ShouldMatch(@"; the program uses aws 8\.1\.0, and this was judged by the schema of aws 7\.[0-9.]+$");
        ((string)findings[1]!["fix"]!).ShouldBe("Remove onTheMoon, unless aws 8.1.0 takes it as it is");
    }

    private static async Task<CommandResult> RunAsync(string scenario, params string[] options)
    {
        using var project = new ScenarioProject(scenario);
        return await project.PreviewAsync(["--format", "json", .. options]);
    }

    private static IEnumerable<string> Findings(JsonNode preview, string member) => preview["findings"]!.AsArray().Select(finding => (string)finding![member]!);
}
