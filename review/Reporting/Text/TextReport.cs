using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>The preview for people.</summary>
public static class TextReport
{
    public static IEnumerable<TextLine> Lines(ReviewedPreview reviewed) =>
    [
        Header(reviewed.Preview),
        .. TextLine.Heading("Resources"),
        .. new ResourceTree(reviewed).Lines(),
        .. Outputs(reviewed.Preview),
        .. MessageList.Lines(reviewed.Preview.Diagnostics),
        .. FirewallTable.Lines(reviewed),
        .. AvailabilityList.Lines(reviewed.Availability),
        .. FindingList.Lines(reviewed),
        TextLine.Empty,
        Summary(reviewed),
    ];

    public static IEnumerable<TextLine> FirewallLines(ReviewedPreview reviewed) =>
    [
        Header(reviewed.Preview),
        .. MessageList.Lines(reviewed.Preview.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)),
        .. FirewallTable.Lines(reviewed),
        .. FirewallTable.Reached(reviewed),
    ];

    /// <summary>The last line: what a reviewer must know before anything else.</summary>
    public static TextLine Summary(ReviewedPreview reviewed)
    {
        var errors = reviewed.Failures.Count(finding => finding.Severity == Severity.Error);
        var warnings = reviewed.Failures.Count(finding => finding.Severity == Severity.Warning);
        var notes = reviewed.Failures.Count(finding => finding.Severity == Severity.Info);
        var undetermined = reviewed.Undetermined.Count();
        var waived = reviewed.Waived.Count();
        var internet = reviewed.Firewall.Count(flow => flow.From == "internet");
        return new(
        [
            new($"{reviewed.Preview.Project}/{reviewed.Preview.Stack}: ", Tone.Strong),
            new(Words.Count(errors, "error"), errors > 0 ? Tone.Bad : Tone.Good),
            ", ",
            new(Words.Count(warnings, "warning"), warnings > 0 ? Tone.Caution : Tone.Good),
            notes > 0 ? $", {Words.Count(notes, "note")}" : "",
            ", ",
            new(FormattableString.Invariant($"{undetermined} undetermined"), undetermined > 0 ? Tone.Caution : Tone.Good),
            waived > 0 ? FormattableString.Invariant($", {waived} waived") : "",
            $"; {Words.Count(reviewed.Preview.Resources.Count, "resource")}, {Words.Count(internet, "path")} open from the internet",
        ], Breaks: true);
    }

    private static TextLine Header(Preview preview)
    {
        var components = preview.Resources.Count(resource => resource is { Custom: false, Parent: not null });
        return new(
        [
            new($"{preview.Project}/{preview.Stack}", Tone.Strong),
            $"  {Words.Count(preview.Resources.Count, "resource")}, {Words.Count(components, "component")} among them",
            new($"  (offline preview, {preview.Sdk} SDK)", Tone.Quiet),
        ], Breaks: true);
    }

    private static IEnumerable<TextLine> Outputs(Preview preview) => preview.StackOutputs.Count == 0
        ? []
        : TextLine.Heading("Stack outputs").Concat(Columns.Align(
            [
                .. preview.StackOutputs.SelectMany(output => PropertyLines.Of(output.Key, output.Value))
                    .Select(line => new TextSpan[] { line.Path, line.Text }),
            ], breaks: true));
}
