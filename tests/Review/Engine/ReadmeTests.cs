using System.Text.RegularExpressions;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>The README shows a shortened preview: what it shows must be printed today, to the line number.</summary>
public sealed partial class ReadmeTests
{
    private const string Indent = "    ";
    private const string Shortened = "…";

    [Fact]
    public async Task The_preview_in_the_readme_is_what_the_command_prints()
    {
        var file = Repository.Path("README.md");
        var lines = (await File.ReadAllTextAsync(file)).Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith($"{Indent}infra/dev ", StringComparison.Ordinal));
        var end = Array.FindIndex(lines, start, line => line.Length > 0 && !line.StartsWith(Indent, StringComparison.Ordinal));
        var printed = (await InfraCommand.RunAsync(Repository.Root, "preview", "dev")).Output.Split('\n')
            .Select(line => Indent + line).ToArray();

        bool IsShown(string line, int index) => index >= start && index < end && line.Length > 0 && line.Trim(' ', '│') != Shortened;
        lines.Where((line, index) => IsShown(line, index) && Today(line, printed) is null).ShouldBeEmpty("these lines are printed no more");

        var today = lines.Select((line, index) => IsShown(line, index) ? Today(line, printed) : line);
        Snapshot.FileMatches(file, string.Join('\n', today));
    }

    /// <summary>The same line, or else the first that differs in numbers and alignment only.</summary>
    private static string? Today(string line, string[] printed) =>
        printed.Contains(line) ? line : printed.FirstOrDefault(other => Kind(other) == Kind(line));

    private static string Kind(string line) => NumberOrGap().Replace(line, "#");

    [GeneratedRegex("[0-9]+| +")]
    private static partial Regex NumberOrGap();
}
