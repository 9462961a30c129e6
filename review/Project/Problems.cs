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

    /// <exception cref="UserException">There are problems; they are listed in the order they were found.</exception>
    public void ThrowIfAny(string headline)
    {
        if (_lines.Count == 0) return;
        throw new UserException(ExitCode.Configuration, _lines.Count == 1
            ? $"{headline}: {_lines[0]}"
            : FormattableString.Invariant($"{headline} in {_lines.Count} places:\n  {string.Join("\n  ", _lines)}"));
    }
}
