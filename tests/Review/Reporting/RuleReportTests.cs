using System.Text.Json;
using Infra.Policies;

namespace Infra.Tests.Review.Reporting;

public sealed class RuleReportTests
{
    private static readonly string[] Rules =
        [.. PolicyPack.Essential.Rules.Select(rule => rule.Id).Concat(WaiverPolicy.All.Select(policy => policy.Id)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_table_names_every_rule_with_its_reason()
    {
        var output = await OutputOf("table");

        output.ShouldStartWith($"{PolicyPack.Essential.Rules.Count} rules, and {WaiverPolicy.All.Count} rules about waivers\n");
        output.Split('\n').Where(line => line.StartsWith("  ") && line[2] != ' ').Select(line => line[11..]).ShouldBe(Rules);
        PolicyPack.Essential.Rules.ShouldAllBe(rule => output.Contains(rule.Why) && output.Contains($"fix: {rule.Fix}"));
        WaiverPolicy.All.ShouldAllBe(policy => output.Contains(policy.Why) && output.Contains($"fix: {policy.Fix}"));
    }

    [Fact]
    public async Task Markdown_has_one_row_per_rule()
    {
        var rows = (await OutputOf("markdown")).TrimEnd('\n').Split('\n');

        rows.Skip(2).Select(row => row.Split('`')[1]).ShouldBe(Rules);
        rows.ShouldAllBe(row => row.Replace("\\|", "").Count(character => character == '|') == 6);
    }

    [Fact]
    public async Task Json_has_one_object_per_rule()
    {
        var rules = JsonDocument.Parse(await OutputOf("json")).RootElement.GetProperty("rules").EnumerateArray().ToList();

        rules.Select(rule => rule.GetProperty("rule").GetString()).ShouldBe(Rules);
        rules.ShouldAllBe(rule => rule.GetProperty("types").GetArrayLength() > 0 || rule.GetProperty("rule").GetString()!.StartsWith(WaiverPolicy.Prefix));
    }

    private static async Task<string> OutputOf(string format)
    {
        var run = await CommandRun.Of((_, _, _) => throw new InvalidOperationException("No program is needed."), "policies", "--format", format);

        run.ExitCode.ShouldBe(0);
        return run.Output;
    }
}
