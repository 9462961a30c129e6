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
        var lines = TextLine.Heading("Findings", failures.Count == 0 ? "none" : "").Concat(Lines(failures, reviewed));
        if (undetermined.Count > 0)
            lines = lines.Concat(TextLine.Heading("Not determined", "what could not be judged before the deployment"))
                .Concat(Lines(undetermined, reviewed));
        return waived.Count == 0 ? lines : lines
            .Concat(TextLine.Heading("Waived", $"accepted for a while in {WaiverFile.Name}"))
            .Concat(Lines(waived, reviewed));
    }

    public static IEnumerable<TextLine> Lines(IEnumerable<Finding> findings, ReviewedPreview reviewed) => findings
        .GroupBy(finding => (finding.Rule, finding.Severity, finding.Verdict, finding.Fix))
        .SelectMany(alike => alike.Count() == 1 ? Alone(alike.Single(), reviewed) : Together([.. alike], reviewed));

    private static IEnumerable<TextLine> Alone(Finding finding, ReviewedPreview reviewed) =>
    [
        new([Label(finding), new(finding.Rule, Tone.Strong), .. Where(finding, reviewed)], 2, Breaks: true),
        .. TextLine.Prose(11, finding.Message),
        .. Fix(finding),
        .. Waiver(finding),
        At(finding),
    ];

    // One fix for all: said once, so that a rule that many resources break does not bury another.
    private static IEnumerable<TextLine> Together(IReadOnlyList<Finding> alike, ReviewedPreview reviewed) =>
    [
        new([Label(alike[0]), new(alike[0].Rule, Tone.Strong), new(FormattableString.Invariant($"  {alike.Count} times"), Tone.Quiet)], 2, Breaks: true),
        .. Fix(alike[0]),
        .. alike.SelectMany(finding => (IEnumerable<TextLine>)[.. MessageAndPlace(finding, reviewed), .. Waiver(finding), At(finding)]),
    ];

    private static IEnumerable<TextLine> MessageAndPlace(Finding finding, ReviewedPreview reviewed)
    {
        var lines = TextLine.Prose(11, finding.Message).ToList();
        return [.. lines.SkipLast(1), lines[^1] with { Spans = [.. lines[^1].Spans, .. Where(finding, reviewed)] }];
    }

    private static IEnumerable<TextSpan> Where(Finding finding, ReviewedPreview reviewed)
    {
        var callers = reviewed.Find(finding.Urn) is { } resource ? Origin.CallersOf(resource).Select(line => $" < {Words.Of(line)}") : [];
        return
        [
            new(finding.Source is { } source ? $"  {Words.Of(source)}" : "", Tone.Accent),
            new(string.Concat(callers), Tone.Quiet),
        ];
    }

    private static IEnumerable<TextLine> Fix(Finding finding) => TextLine.Prose(11, finding.Fix, label: "fix: ");

    private static IEnumerable<TextLine> Waiver(Finding finding) => finding.Waiver is { } waiver ? TextLine.Prose(11, waiver.ToString(), label: "but: ") : [];

    private static TextLine At(Finding finding) =>
        new(
        [
            new("at:  ", Tone.Quiet),
            new(finding.Urn, Tone.Quiet),
            new(finding.Property is null ? "" : $" {finding.Property}", Tone.Quiet),
        ], 11, Breaks: true);

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
