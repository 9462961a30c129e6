using System.Text.RegularExpressions;
using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>Says in one paragraph why a program failed.</summary>
public static partial class ProgramFailure
{
    // SDKs end so when the errors are logged already.
    private const int AlreadyReported = 32;
    private const int ShownErrors = 10;

    /// <exception cref="UserException">It failed.</exception>
    public static void ThrowIfFailed(
        string program, string projectFolder, int exitCode, Refusals refusals, DiagnosticLog log, ProgramActivity activity)
    {
        var name = $"Program '{program}'";
        if (refusals.All is { Count: > 0 } refused)
            throw new UserException(ExitCode.Program, log.Redact($"{name} failed: {Listed(refused)}"));

        var errors = log.Errors.Select(error => WithoutStackTrace(error.Message, projectFolder)).Distinct(StringComparer.Ordinal).ToArray();
        if (errors.Length > 0)
        {
            throw errors.All(IsAboutConfiguration)
                ? new UserException(ExitCode.Configuration, string.Join("\n\n", errors))
                : new UserException(ExitCode.Program, $"{name} failed: {Listed(errors)}");
        }
        if (exitCode != 0)
            throw new UserException(ExitCode.Program, $"{name} {Ending(exitCode)}{LastWords(log, projectFolder)}");
        if (!activity.Heard)
            throw new UserException(ExitCode.Program,
                $"{name} ended without calling the engine. Its Main must return await Deployment.RunAsync(…){LastWords(log, projectFolder)}");
        if (activity.Registered == 0)
            throw new UserException(ExitCode.Program, $"{name} ended well but registered nothing, not even its stack{LastWords(log, projectFolder)}");
    }

    private static bool IsAboutConfiguration(string error) =>
        error.StartsWith("Configuration ", StringComparison.Ordinal)
        || error.StartsWith("Missing Required configuration variable", StringComparison.OrdinalIgnoreCase);

    private static string Ending(int exitCode) => exitCode switch
    {
        AlreadyReported => "failed without saying why",
        > 128 and < 160 => FormattableString.Invariant($"crashed (signal {exitCode - 128})"),
        _ => FormattableString.Invariant($"ended with exit code {exitCode}"),
    };

    private static string LastWords(DiagnosticLog log, string projectFolder)
    {
        var tail = log.PrintedTail(ShownErrors * 4);
        if (tail.Count == 0) return ". It printed nothing.";
        var text = WithoutStackTrace(string.Join('\n', tail), projectFolder).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return $". The last it printed:\n  {string.Join("\n  ", text.TakeLast(ShownErrors))}";
    }

    private static string Listed(IReadOnlyList<string> messages)
    {
        if (messages.Count == 1) return messages[0];
        var more = messages.Count > ShownErrors ? FormattableString.Invariant($"\n- and {messages.Count - ShownErrors} more") : "";
        return $"\n- {string.Join("\n- ", messages.Take(ShownErrors))}{more}";
    }

    /// <summary>Of a stack trace only the first line inside the project is kept, as a place.</summary>
    private static string WithoutStackTrace(string message, string projectFolder)
    {
        var lines = message.Split('\n').Select(line => line.TrimEnd()).ToArray();
        var text = string.Join('\n', lines.Where(line => !Frame().IsMatch(line))).TrimEnd();
        var running = Running().Match(text);
        if (running.Success) text = $"unhandled exception {text[running.Length..].TrimStart()}";

        var place = lines.Select(line => FramePlace().Match(line))
            .Where(match => match.Success && match.Groups["file"].Value.StartsWith(projectFolder, StringComparison.Ordinal))
            .Select(match => $"{Path.GetRelativePath(projectFolder, match.Groups["file"].Value)}:{match.Groups["line"].Value}")
            .FirstOrDefault();
        return place is null ? text : $"{text} ({place})";
    }

    [GeneratedRegex(@"^\s+at .+|^\s*--- End of .*", RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    [GeneratedRegex(@"(?: in |\()(?<file>/?[^()]+?):(?:line )?(?<line>\d+)(?::\d+\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex FramePlace();

    [GeneratedRegex(@"^Running program '[^']*' failed with an unhandled exception:\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Running();
}
