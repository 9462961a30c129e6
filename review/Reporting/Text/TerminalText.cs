using Spectre.Console;
using Spectre.Console.Rendering;

namespace Infra.Review.Reporting.Text;

/// <summary>Lines on a terminal: coloured, prose broken at the terminal's width, all else cut there.</summary>
public sealed class TerminalText(IEnumerable<TextLine> lines) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        lines.SelectMany(line => Fit(line, maxWidth)).SelectMany(line => line.Append(Segment.LineBreak));

    private static IEnumerable<List<Segment>> Fit(TextLine line, int width)
    {
        var indent = new string(' ', line.Indent);
        if (!line.Breaks) return [Cut([new(indent), .. line.Spans.Select(SegmentOf)], width)];
        return Break(line, Math.Max(20, width - line.Indent)).Select(row => row.Prepend(new Segment(indent)).ToList());
    }

    private static List<Segment> Cut(List<Segment> segments, int width)
    {
        if (Segment.CellCount(segments) <= width) return segments;
        var kept = new List<Segment>();
        var room = width - 1;
        foreach (var segment in segments)
        {
            var length = segment.Text.Length;
            while (length > 0 && CellsOf(segment, length) > room) length--;
            kept.Add(new(segment.Text[..length], segment.Style));
            room -= CellsOf(segment, length);
            if (length < segment.Text.Length) break;
        }
        return [.. kept, new("…", StyleOf(Tone.Quiet))];
    }

    private static int CellsOf(Segment segment, int length) => new Segment(segment.Text[..length]).CellCount();

    private static IEnumerable<List<Segment>> Break(TextLine line, int width)
    {
        var row = new List<Segment>();
        var used = 0;
        foreach (var word in line.Spans.Select(SegmentOf).SelectMany(Pieces))
        {
            var cells = word.CellCount();
            // A word wider than the terminal, such as a URN, is left whole so that it can be copied.
            if (used > 0 && used + cells > width && cells <= width)
            {
                yield return row;
                (row, used) = ([], 0);
            }
            if (used == 0 && word.Text == " ") continue;
            row.Add(word);
            used += cells;
        }
        yield return row;
    }

    private static IEnumerable<Segment> Pieces(Segment segment)
    {
        var start = 0;
        for (var i = 0; i < segment.Text.Length; i++)
        {
            if (segment.Text[i] != ' ') continue;
            if (i > start) yield return new(segment.Text[start..i], segment.Style);
            yield return new(" ", segment.Style);
            start = i + 1;
        }
        if (start < segment.Text.Length) yield return new(segment.Text[start..], segment.Style);
    }

    private static Segment SegmentOf(TextSpan span) => new(Plain.Of(span.Text), StyleOf(span.Tone));

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Quiet => new Style(Color.Grey),
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Caution => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Accent => new Style(Color.Aqua),
        _ => Style.Plain,
    };
}
