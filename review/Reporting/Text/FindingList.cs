using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>What has to be looked at: what failed first, then what could not be judged, then what somebody has accepted.</summary>
internal static class FindingList
{
    public static IEnumerable<TextLine> Lines(ReviewedPreview reviewed)
    {
        var failures = reviewed.Failures.ToList();
        var undetermined = reviewed.Undetermined.ToList();
        var waived = reviewed.Waived.ToList();
        var lines = TextLine.Heading("Findings", failures.Count == 0 ? "none" : "").Concat(failures.SelectMany(finding => Lines(finding, reviewed)));
        if (undetermined.Count > 0)
            lines = lines.Concat(TextLine.Heading("Not determined", "a value is not known before the deployment, so these rules could not judge"))
                .Concat(undetermined.SelectMany(finding => Lines(finding, reviewed)));
        return waived.Count == 0 ? lines : lines
            .Concat(TextLine.Heading("Waived", $"accepted for a while in {WaiverFile.Name}"))
            .Concat(waived.SelectMany(finding => Lines(finding, reviewed)));
    }

    public static IEnumerable<TextLine> Lines(Finding finding, ReviewedPreview reviewed)
    {
        var callers = reviewed.Find(finding.Urn) is { } resource ? Origin.CallersOf(resource).Select(line => $" < {Words.Of(line)}") : [];
        return
        [
            new(
            [
                Label(finding),
                new(finding.Rule, Tone.Strong),
                new(finding.Source is { } source ? $"  {Words.Of(source)}" : "", Tone.Accent),
                new(string.Concat(callers), Tone.Quiet),
            ], 2),
            .. TextLine.Prose(11, finding.Message),
            .. TextLine.Prose(11, finding.Fix, label: "fix: "),
            .. finding.Waiver is { } waiver ? TextLine.Prose(11, waiver.ToString(), label: "but: ") : [],
            new([new("at:  ", Tone.Quiet), new(finding.Urn, Tone.Quiet), new(finding.Property is null ? "" : $" {finding.Property}", Tone.Quiet)], 11, Breaks: true),
        ];
    }

    private static TextSpan Label(Finding finding) => finding switch
    {
        { Waiver: not null } => new("waived".PadRight(9), Tone.Quiet),
        { Verdict: Verdict.Undetermined } => new("unknown".PadRight(9), Tone.Caution),
        _ => new(Words.Of(finding.Severity).PadRight(9), ToneOf(finding.Severity)),
    };

    public static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Caution,
        _ => Tone.Accent,
    };

    public static Tone ToneOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Tone.Bad,
        DiagnosticSeverity.Warning => Tone.Caution,
        _ => Tone.Quiet,
    };
}
