using System.Runtime.CompilerServices;

namespace Infra.Tests.Testing;

/// <summary>
/// Compares a whole text with a file in the folder Snapshots beside the test. With UPDATE_SNAPSHOTS=1 in the environment a
/// file that differs is written instead, and the test fails once: nobody takes an unread snapshot for a passed test.
/// </summary>
internal static class Snapshot
{
    private const string UpdateSwitch = "UPDATE_SNAPSHOTS";
    private const int ContextLines = 3;

    /// <param name="name">The file's name; <c>.txt</c> is added if it has no ending.</param>
    /// <param name="actual">The whole text.</param>
    /// <param name="testFile">Where the test is; filled in by the compiler.</param>
    public static void Matches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var fileName = Path.HasExtension(name) ? name : $"{name}.txt";
        FileMatches(Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", fileName), actual);
    }

    /// <summary>The same for a generated file that stands elsewhere, such as a page of the documentation.</summary>
    public static void FileMatches(string file, string actual)
    {
        var fileName = Path.GetFileName(file);
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        if (expected == actual) return;

        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            throw new ShouldAssertException($"{fileName} is written. Read it, then run again without {UpdateSwitch}.");
        }
        throw new ShouldAssertException(expected is null
            ? $"There is no {fileName}. Run with {UpdateSwitch}=1 to write it.\n\n{actual}"
            : $"{fileName} differs. If that is what was meant, run with {UpdateSwitch}=1.\n\n{Difference(expected, actual)}");
    }

    private static string Difference(string expected, string actual)
    {
        var (before, now) = (expected.Split('\n'), actual.Split('\n'));
        var first = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, first - ContextLines);
        return $"Line {first + 1}:\n" + Excerpt("expected", before, start, first) + Excerpt("actual", now, start, first);
    }

    private static string Excerpt(string title, string[] lines, int start, int first) => $"{title}:\n" + string.Concat(lines
        .Select((line, index) => (line, index))
        .Where(entry => entry.index >= start && entry.index <= first + ContextLines)
        .Select(entry => $"  {(entry.index == first ? ">" : " ")} {entry.line}\n"));
}
