using System.Text.RegularExpressions;
using Infra.Review.Model;

namespace Infra.Review.Project;

/// <summary>
/// What a project's declarations refuse of a stack's configuration. The program, run with it nevertheless, may find more: all is told at once.
/// </summary>
/// <param name="Text">One paragraph.</param>
/// <param name="Keys">Which are missing or of another type than declared: the program need not say so again.</param>
public sealed record RefusedConfiguration(string Text, IReadOnlyCollection<string> Keys)
{
    /// <param name="found">What the program says of the configuration, in paragraphs: a text each, or a heading with a list; null if it says nothing.</param>
    public UserException ToException(string? found = null)
    {
        var more = (found ?? "").Split("\n\n").Select(WithoutKnown).Where(paragraph => paragraph.Length > 0);
        return new(ExitCode.Configuration, string.Join("\n\n", more.Prepend(Text)));
    }

    private string WithoutKnown(string paragraph)
    {
        var lines = paragraph.Split('\n');
        var unknown = lines.Where(line => !Keys.Any(key => Names(line, key))).ToList();
        var isEmptied = unknown.Count < lines.Length && !unknown.Exists(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        return isEmptied ? "" : string.Join('\n', unknown);
    }

    // infra:queues, but neither infra:queues.mails nor infra:queues-of-mails.
    private static bool Names(string line, string key) => Regex.IsMatch(line, $@"(?<![\w:.-]){Regex.Escape(key)}(?![\w-]|[.\[]\w)");
}
