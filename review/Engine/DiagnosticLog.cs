using Infra.Review.Model;
using Infra.Review.Secrets;

namespace Infra.Review.Engine;

/// <summary>Collects what is said during a run, never more than a reader could use; whoever reads it gets it without secrets.</summary>
public sealed class DiagnosticLog(SecretTexts secrets, IProgress<PreviewProgress>? progress)
{
    public const int MostLines = 2_000;
    public const int LongestLine = 8_000;

    private readonly Lock _lock = new();
    private readonly List<Diagnostic> _logged = [];
    private readonly PrintedLines _output = new();
    private readonly PrintedLines _errors = new();
    private long _cut;

    /// <summary>A message of the program or the engine about a resource or the whole; chance decides when it comes.</summary>
    public void Add(DiagnosticSeverity severity, string message, string? urn = null)
    {
        var diagnostic = new Diagnostic(severity, message.TrimEnd(), string.IsNullOrEmpty(urn) ? null : urn);
        lock (_lock)
        {
            if (_logged.Count >= MostLines && severity < DiagnosticSeverity.Error)
            {
                _cut++;
                return;
            }
            _logged.Add(diagnostic);
        }
        progress?.Report(new PreviewProgress.Said(Shown(diagnostic)));
    }

    /// <summary>A line that the program printed on standard output.</summary>
    public void AddOutput(PrintedLine line) => Add(_output, line);

    /// <summary>A line that the program printed on standard error.</summary>
    public void AddError(PrintedLine line) => Add(_errors, line);

    public IReadOnlyList<Diagnostic> Errors => Logged(DiagnosticSeverity.Error);

    public IReadOnlyList<Diagnostic> Warnings => Logged(DiagnosticSeverity.Warning);

    /// <summary>The last lines of standard error, or of standard output if nothing came there; oldest first, at most 100.</summary>
    public IReadOnlyList<string> PrintedTail(int count)
    {
        // Which of two pipes is read first is chance, so their lines are not mixed.
        lock (_lock) return [.. (_errors.IsEmpty ? _output : _errors).Last.TakeLast(count).Select(Shown)];
    }

    /// <summary>What was logged, sorted; then each of the two streams as it came; then what was cut.</summary>
    public IReadOnlyList<Diagnostic> All()
    {
        lock (_lock) return
        [
            .. Sorted(_logged.Select(Shown)),
            .. _output.First.Concat(_errors.First).Select(line => new Diagnostic(DiagnosticSeverity.Info, Shown(line))),
            .. CutFrom("messages logged", _cut),
            .. CutFrom("lines of stderr", _errors.Cut),
            .. CutFrom("lines of stdout", _output.Cut),
        ];
    }

    /// <summary>A text that is about the run, without what the run knows to be secret.</summary>
    public string Redact(string text) => secrets.Mask.Apply(text);

    private void Add(PrintedLines lines, PrintedLine line)
    {
        lock (_lock)
            if (!lines.Add(line)) return;
        progress?.Report(new PreviewProgress.Said(new(DiagnosticSeverity.Info, Shown(line))));
    }

    private IReadOnlyList<Diagnostic> Logged(DiagnosticSeverity severity)
    {
        lock (_lock) return [.. Sorted(_logged.Where(diagnostic => diagnostic.Severity == severity).Select(Shown))];
    }

    // Applies run side by side, so the order of arrival is chance.
    private static IEnumerable<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Urn ?? "", StringComparer.Ordinal)
        .ThenByDescending(diagnostic => diagnostic.Severity)
        .ThenBy(diagnostic => diagnostic.Message, CountingComparer.Ordinal)
        .Distinct();

    private static IEnumerable<Diagnostic> CutFrom(string what, long count)
    {
        if (count > 0)
            yield return new(DiagnosticSeverity.Warning, FormattableString.Invariant($"{count} more {what} were cut; the first {MostLines} are kept."));
    }

    private Diagnostic Shown(Diagnostic diagnostic) => diagnostic with { Message = Shorten(secrets.Mask.Apply(diagnostic.Message), 0) };

    private string Shown(PrintedLine line) =>
        Shorten((line.Cut > 0 ? secrets.Mask.ApplyToBeginning(line.Text) : secrets.Mask.Apply(line.Text)).TrimEnd(), line.Cut);

    private static string Shorten(string text, long cut)
    {
        if (text.Length <= LongestLine && cut == 0) return text;
        var length = Math.Min(text.Length, LongestLine);
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return FormattableString.Invariant($"{text[..length]}… ({text.Length - length + cut} more characters were cut)");
    }
}
