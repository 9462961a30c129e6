using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>Collects what is said during a run: without the plain text of configured secrets, and never more than a reader could use.</summary>
public sealed class DiagnosticLog(IEnumerable<string> secrets, IProgress<PreviewProgress>? progress)
{
    public const int MostLines = 2_000;
    public const int LongestLine = 8_000;

    public const string StandardOutput = "stdout";
    public const string StandardError = "stderr";

    private const int LastLines = 100;

    // A secret of a few characters would blank out half of every text.
    private const int ShortestSecret = 4;

    private readonly string[] _secrets = [.. secrets.Where(secret => secret.Length >= ShortestSecret).OrderByDescending(secret => secret.Length)];
    private readonly Lock _lock = new();
    private readonly List<Diagnostic> _logged = [];
    private readonly List<Diagnostic> _printed = [];
    private readonly Dictionary<string, Queue<string>> _lastPrinted = new() { [StandardOutput] = [], [StandardError] = [] };
    private readonly Dictionary<string, long> _dropped = [];

    /// <summary>A message of the program or the engine about a resource or the whole; chance decides when it comes.</summary>
    public void Add(DiagnosticSeverity severity, string message, string? urn = null) => Keep(_logged, "messages logged", severity, message, urn);

    /// <summary>A line that the program printed.</summary>
    /// <param name="line">Without its end.</param>
    /// <param name="stream"><see cref="StandardOutput"/> or <see cref="StandardError"/>.</param>
    public void AddPrinted(string line, string stream) =>
        Keep(_printed, $"lines of {stream}", DiagnosticSeverity.Info, line, urn: null, _lastPrinted[stream]);

    public IReadOnlyList<Diagnostic> Errors
    {
        get { lock (_lock) return [.. Sorted().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)]; }
    }

    /// <summary>The last lines of standard error, or of standard output if nothing came there; oldest first, at most 100.</summary>
    public IReadOnlyList<string> PrintedTail(int count)
    {
        // Which of two pipes is read first is chance, so their lines are not mixed here.
        lock (_lock) return [.. (_lastPrinted[StandardError].Count > 0 ? _lastPrinted[StandardError] : _lastPrinted[StandardOutput]).TakeLast(count)];
    }

    /// <summary>What was logged, sorted; then what was printed, as it came; then what was cut.</summary>
    public IReadOnlyList<Diagnostic> All()
    {
        lock (_lock)
        {
            var cut = _dropped.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => new Diagnostic(DiagnosticSeverity.Warning, FormattableString.Invariant(
                    $"{entry.Value} more {entry.Key} were cut; the first {MostLines} are kept.")));
            return [.. Sorted(), .. _printed, .. cut];
        }
    }

    public string Redact(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, PropertyValue.Secret.Redacted, StringComparison.Ordinal);
        return text;
    }

    private IEnumerable<Diagnostic> Sorted() => _logged
        .OrderBy(diagnostic => diagnostic.Urn ?? "", StringComparer.Ordinal)
        .ThenByDescending(diagnostic => diagnostic.Severity)
        .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
        .Distinct();

    private void Keep(List<Diagnostic> list, string what, DiagnosticSeverity severity, string message, string? urn, Queue<string>? last = null)
    {
        var text = Redact(Shorten(message.TrimEnd()));
        var diagnostic = new Diagnostic(severity, text, string.IsNullOrEmpty(urn) ? null : urn);
        lock (_lock)
        {
            last?.Enqueue(text);
            if (last?.Count > LastLines) last.Dequeue();
            if (list.Count >= MostLines && severity < DiagnosticSeverity.Error)
            {
                _dropped[what] = _dropped.GetValueOrDefault(what) + 1;
                return;
            }
            list.Add(diagnostic);
        }
        progress?.Report(new PreviewProgress.Said(diagnostic));
    }

    private static string Shorten(string message) => message.Length <= LongestLine
        ? message
        : FormattableString.Invariant($"{message[..LongestLine]}… ({message.Length - LongestLine} more characters were cut)");
}
