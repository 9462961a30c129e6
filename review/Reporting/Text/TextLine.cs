namespace Infra.Review.Reporting.Text;

/// <summary>What a piece of text means; a terminal turns it into a colour.</summary>
public enum Tone
{
    Plain,
    Quiet,
    Strong,
    Good,
    Caution,
    Bad,
    Accent,
}

public readonly record struct TextSpan(string Text, Tone Tone)
{
    public static implicit operator TextSpan(string text) => new(text, Tone.Plain);
}

/// <summary>One line of a report, before it meets a terminal.</summary>
/// <param name="Spans">Its text, without line breaks.</param>
/// <param name="Indent">Columns before the text, also of the lines it is broken into.</param>
/// <param name="Breaks">Too long for a terminal, it is broken into several; else it is cut.</param>
public sealed record TextLine(IReadOnlyList<TextSpan> Spans, int Indent = 0, bool Breaks = false)
{
    public static TextLine Empty { get; } = new([]);

    public static TextLine Of(params TextSpan[] spans) => new(spans);

    /// <summary>Prose: several lines if the text has line breaks.</summary>
    public static IEnumerable<TextLine> Prose(int indent, string text, Tone tone = Tone.Plain, string label = "")
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            TextSpan[] spans = i == 0 && label.Length > 0 ? [new(label, Tone.Quiet), new(lines[i], tone)] : [new(lines[i], tone)];
            yield return new(spans, indent, Breaks: true);
        }
    }

    public static IEnumerable<TextLine> Heading(string title, string note = "") =>
        [Empty, new([new(title, Tone.Strong), new(note.Length == 0 ? "" : $"  {note}", Tone.Quiet)], Breaks: true)];

    public override string ToString() => Plain.Of(new string(' ', Indent) + string.Concat(Spans.Select(span => span.Text))).TrimEnd();
}
