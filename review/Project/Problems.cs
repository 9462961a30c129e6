using Infra.Review.Model;

namespace Infra.Review.Project;

/// <summary>Everything that is wrong with the user's files, told at once.</summary>
public sealed class Problems
{
    private readonly List<string> _lines = [];

    public int Count => _lines.Count;

    /// <param name="place">File, line and column, or the argument.</param>
    /// <param name="text">What was found, what is allowed, how to mend it; without a full stop.</param>
    public void Add(string place, string text) => _lines.Add($"{place}: {text}.");

    /// <summary>They in one paragraph, in the order they were found; null if there are none.</summary>
    public string? Told(string headline) => _lines.Count switch
    {
        0 => null,
        1 => $"{headline}: {_lines[0]}",
        _ => FormattableString.Invariant($"{headline} in {_lines.Count} places:\n  {string.Join("\n  ", _lines)}"),
    };

    /// <exception cref="UserException">There are problems.</exception>
    public void ThrowIfAny(string headline)
    {
        if (Told(headline) is { } text) throw new UserException(ExitCode.Configuration, text);
    }
}
