namespace Infra.Review.Engine;

/// <summary>A line that a program printed.</summary>
/// <param name="Text">Without its end.</param>
/// <param name="Cut">How many characters more it had.</param>
public readonly record struct PrintedLine(string Text, long Cut = 0);

/// <summary>What came through one pipe, in the order in which it came: its first lines, its last, and how many were not kept.</summary>
internal sealed class PrintedLines
{
    private const int MostLast = 100;

    private readonly List<PrintedLine> _first = [];
    private readonly Queue<PrintedLine> _last = [];

    public IReadOnlyList<PrintedLine> First => _first;
    public IReadOnlyCollection<PrintedLine> Last => _last;
    public long Cut { get; private set; }
    public bool IsEmpty => _last.Count == 0;

    /// <summary>False if the line is one too many.</summary>
    public bool Add(PrintedLine line)
    {
        _last.Enqueue(line);
        if (_last.Count > MostLast) _last.Dequeue();
        if (_first.Count < DiagnosticLog.MostLines)
        {
            _first.Add(line);
            return true;
        }
        Cut++;
        return false;
    }
}
