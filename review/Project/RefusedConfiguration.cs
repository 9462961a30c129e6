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
public sealed partial record RefusedConfiguration(string Text, IReadOnlyCollection<string> Keys)
{
    /// <param name="errors">What the program says of the configuration, each a text or a heading with a list.</param>
    /// <param name="warnings">What else it said, with a line break before it.</param>
    public UserException ToException(IReadOnlyList<string>? errors = null, string warnings = "")
    {
        var more = (errors ?? []).Select(WithoutKnown).Where(error => error.Length > 0);
        return new(ExitCode.Configuration, string.Join("\n\n", more.Prepend(Text)) + warnings);
    }

    // A list loses the items about such a key, with the lines that go on about them; a text is dropped if it is about one: if that comes first in it.
    private string WithoutKnown(string error)
    {
        var parts = Parts(error.Split('\n')).ToList();
        if (!parts.Exists(part => part.IsItem)) return Key().Match(error) is { Success: true } first && Keys.Contains(first.Value) ? "" : error;
        var left = parts.Where(part => !part.IsItem || !Keys.Contains(Subject().Match(part.Lines.Find(Bullet().IsMatch)!).Groups["key"].Value)).ToList();
        var heading = parts.TakeWhile(part => !part.IsItem).Count();
        return left.Count > heading ? string.Join('\n', left.SelectMany(part => part.Lines)) : "";
    }

    private static IEnumerable<(bool IsItem, List<string> Lines)> Parts(IEnumerable<string> lines)
    {
        var part = (IsItem: false, Lines: new List<string>());
        var indent = int.MaxValue;
        // Empty lines belong to what follows: to the same item, or to the text after the list.
        var blank = new List<string>();
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                blank.Add(line);
                continue;
            }

            var isItem = Bullet().IsMatch(line);
            if (isItem || line.Length - line.TrimStart().Length <= indent)
            {
                if (part.Lines.Count > 0) yield return part;
                part = (isItem, []);
                indent = isItem ? line.Length - line.TrimStart().Length : int.MaxValue;
            }

            part.Lines.AddRange([.. blank, line]);
            blank.Clear();
        }

        part.Lines.AddRange(blank);
        yield return part;
    }

    // infra:queues, infra:queues.mails or infra:ports[1].
    private const string KeyPattern = @"(?<![\w.-])\w[\w.-]*:[A-Za-z][\w-]*(\.\w[\w-]*|\[\w+\])*";

    [GeneratedRegex(KeyPattern)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*[-*•] ['""`]?(?<key>" + KeyPattern + ")")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\s*[-*•] ")]
    private static partial Regex Bullet();
}
