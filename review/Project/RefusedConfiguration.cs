using System.Text.RegularExpressions;
using Infra.Review.Model;

namespace Infra.Review.Project;

/// <summary>
/// What a project's declarations refuse of a stack's configuration. The program, run with it nevertheless, may find more: all is told at once.
/// </summary>
/// <param name="Text">One paragraph.</param>
/// <param name="Keys">
/// Which are missing, misspelt or of another type than declared, also of items as <c>infra:ports[1]</c>: the program need not say so again.
/// </param>
public sealed record RefusedConfiguration(string Text, IReadOnlyCollection<string> Keys)
{
    /// <param name="errors">What the program says of the configuration, each a text or a heading with a list.</param>
    /// <param name="warnings">What else it said, with a line break before it.</param>
    public UserException ToException(IReadOnlyList<string>? errors = null, string warnings = "")
    {
        var more = (errors ?? []).Select(WithoutKnown).Where(error => error.Length > 0);
        return new(ExitCode.Configuration, string.Join("\n\n", more.Prepend(Text)) + warnings);
    }

    // A list loses the items that begin with such a key, with the lines that go on about them; a text is dropped if it names one.
    private string WithoutKnown(string error)
    {
        var parts = Parts(error.Split('\n')).ToList();
        if (!parts.Exists(part => part.IsItem)) return Keys.Any(key => Names(error, key)) ? "" : error;
        var left = parts.Where(part => !part.IsItem || !Keys.Any(key => BeginsWith(part.Lines[0].TrimStart(' ', '-'), key))).ToList();
        return left.Exists(part => part.IsItem) ? string.Join('\n', left.SelectMany(part => part.Lines)) : "";
    }

    private static IEnumerable<(bool IsItem, List<string> Lines)> Parts(IEnumerable<string> lines)
    {
        var part = (IsItem: false, Lines: new List<string>());
        foreach (var line in lines)
        {
            if (line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                if (part.Lines.Count > 0) yield return part;
                part = (true, []);
            }

            part.Lines.Add(line);
        }

        yield return part;
    }

    // infra:queues, but neither infra:queues.mails nor infra:queues-of-mails.
    private static bool Names(string text, string key) => Regex.IsMatch(text, $@"(?<![\w:.-]){Regex.Escape(key)}(?![\w-]|[.\[]\w)");

    private static bool BeginsWith(string text, string key) => Regex.IsMatch(text, $@"^{Regex.Escape(key)}(?![\w-]|[.\[]\w)");
}
