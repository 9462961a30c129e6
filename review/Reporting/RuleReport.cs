using System.Globalization;
using System.Text;
using System.Text.Json;
using Infra.Policies;
using Infra.Review.Reporting.Json;
using Infra.Review.Reporting.Text;

namespace Infra.Review.Reporting;

/// <summary>The rules as people and machines read them, from the rule objects: written nowhere else.</summary>
public static class RuleReport
{
    public static IEnumerable<TextLine> Lines(IReadOnlyList<RuleEntry> rules) =>
    [
        TextLine.Of(new TextSpan(Counted(rules), Tone.Strong)),
        .. rules.SelectMany(Lines),
    ];

    public static string Markdown(IReadOnlyList<RuleEntry> rules)
    {
        var text = new StringBuilder("| Rule | Severity | Why | Fix | Known elsewhere as |\n|---|---|---|---|---|\n");
        foreach (var rule in rules)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{rule.Id}` | {Words.Of(rule.Severity)} | {Cell(rule.Why)} | {Cell(rule.Fix)} "
                + $"| {Cell(string.Join(", ", rule.Anchors))} |\n");
        return text.ToString();
    }

    public static void WriteJson(IReadOnlyList<RuleEntry> rules, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, JsonValues.Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", JsonReport.Version);
            writer.WriteStartArray("rules");
            foreach (var rule in rules) Write(writer, rule);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static string Counted(IReadOnlyList<RuleEntry> rules)
    {
        var aboutWaivers = rules.Count(rule => rule.Id.StartsWith(WaiverPolicy.Prefix, StringComparison.Ordinal));
        return $"{Words.Count(rules.Count - aboutWaivers, "rule")}, and {Words.Count(aboutWaivers, "rule")} about waivers";
    }

    private static IEnumerable<TextLine> Lines(RuleEntry rule) =>
    [
        TextLine.Empty,
        new([new(Words.Of(rule.Severity).PadRight(9), FindingList.ToneOf(rule.Severity)), new(rule.Id, Tone.Strong)], 2),
        .. TextLine.Prose(11, rule.Why),
        .. TextLine.Prose(11, rule.Fix, label: "fix: "),
        .. rule.Anchors.Count == 0 ? [] : TextLine.Prose(11, string.Join(", ", rule.Anchors), Tone.Quiet, "also: "),
    ];

    private static void Write(Utf8JsonWriter writer, RuleEntry rule)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule.Id);
        writer.WriteString("severity", Words.Of(rule.Severity));
        writer.WriteString("why", rule.Why);
        writer.WriteString("fix", rule.Fix);
        writer.WriteTexts("anchors", rule.Anchors);
        writer.WriteTexts("types", rule.Types);
        writer.WriteEndObject();
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
