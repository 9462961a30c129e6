using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>What a program said and printed; nothing if it said nothing.</summary>
internal static class MessageList
{
    private const int MostMessages = 40;
    private const int MostLines = 12;

    public static IEnumerable<TextLine> Lines(IEnumerable<Diagnostic> diagnostics)
    {
        var messages = diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info).ToList();
        if (messages.Count == 0) return [];

        // A program that talks much must not push its warnings out of sight.
        var ordered = messages.Count <= MostMessages ? messages : [.. messages.OrderByDescending(message => message.Severity >= DiagnosticSeverity.Warning)];
        var shown = ordered.Take(MostMessages).SelectMany(Lines);
        return TextLine.Heading("The program says").Concat(messages.Count <= MostMessages
            ? shown
            : shown.Append(new([new(FormattableString.Invariant($"… and {messages.Count - MostMessages} more"), Tone.Quiet)], 2)));
    }

    public static IEnumerable<TextLine> Lines(Diagnostic diagnostic)
    {
        var about = diagnostic.Urn is { } urn ? $"{Words.NameIn(urn)}: " : "";
        var lines = TextLine.Prose(2, about + diagnostic.Message, FindingList.ToneOf(diagnostic.Severity), LabelOf(diagnostic.Severity)).ToList();
        return lines.Count <= MostLines
            ? lines
            : lines.Take(MostLines).Append(new([new(FormattableString.Invariant($"… {lines.Count - MostLines} more lines"), Tone.Quiet)], 2));
    }

    private static string LabelOf(DiagnosticSeverity severity) => severity >= DiagnosticSeverity.Warning ? $"{Words.Of(severity)}: " : "";
}
