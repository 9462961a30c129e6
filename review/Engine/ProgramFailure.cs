using System.Text.RegularExpressions;
using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>Says in one paragraph why a program failed, and after it what the program had said until then.</summary>
/// <param name="program">Its name.</param>
/// <param name="projectFolder">Absolute.</param>
/// <param name="log">Knows all secrets of the run by now.</param>
public sealed partial class ProgramFailure(string program, string projectFolder, DiagnosticLog log)
{
    // SDKs end so when the errors are logged already.
    private const int AlreadyReported = 32;
    private const int Shown = 10;

    private readonly string _name = $"Program '{program}'";

    /// <exception cref="UserException">It failed.</exception>
    public void ThrowIfFailed(int exitCode, Refusals refusals, ProgramActivity activity)
    {
        if (refusals.All is { Count: > 0 } refused) throw Told($"{_name} failed: {Listed([.. refused.Select(log.Redact)])}");

        var errors = log.Errors.Select(error => WithoutStackTrace(error.Message)).Distinct(StringComparer.Ordinal).ToArray();
        if (errors.Length > 0)
        {
            throw errors.All(IsAboutConfiguration)
                ? new ProgramRefusedConfiguration(errors, Warnings())
                : Told($"{_name} failed: {Listed(errors)}");
        }
        if (exitCode != 0) throw Untold($"{_name} {Ending(exitCode)}");
        if (!activity.Heard) throw Untold($"{_name} ended without calling the engine. Its Main must return await Deployment.RunAsync(…)");
        if (activity.Registered == 0) throw Untold($"{_name} ended well but registered nothing, not even its stack");
        if (!activity.IsComplete)
            throw Untold($"{_name} ended before its deployment was complete: {log.Redact(activity.Progress)}, and the outputs of its stack were "
                + "never registered, so something ended the process before its time, such as Environment.Exit or process.exit");
    }

    /// <summary>It did not come to an end.</summary>
    public UserException Stopped(string what, string why) => Told(
        $"{_name} {what} and was stopped. {log.Redact(why)} Raise the limit with --timeout <seconds> if it only is slow.");

    private UserException Told(string text) =>
        new(ExitCode.Program, log.PrintedTail(1).Count == 0 ? text + Warnings() : $"{text}{Warnings()}\nThe last it printed:{LastWords()}");

    private UserException Untold(string text) => new(ExitCode.Program, log.PrintedTail(1).Count == 0
        ? $"{text}. It printed nothing.{Warnings()}"
        : $"{text}. The last it printed:{LastWords()}{Warnings()}");

    private static bool IsAboutConfiguration(string error) =>
        error.StartsWith("Configuration ", StringComparison.Ordinal)
        || error.StartsWith("Missing Required configuration variable", StringComparison.OrdinalIgnoreCase);

    private static string Ending(int exitCode) => exitCode switch
    {
        AlreadyReported => "failed without saying why",
        > 128 and < 160 => FormattableString.Invariant($"crashed (signal {exitCode - 128})"),
        _ => FormattableString.Invariant($"ended with exit code {exitCode}"),
    };

    private string LastWords()
    {
        var text = WithoutStackTrace(string.Join('\n', log.PrintedTail(Shown * 4))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return $"\n  {string.Join("\n  ", text.TakeLast(Shown))}";
    }

    private string Warnings() => log.Warnings is { Count: > 0 } warnings
        ? $"\nThere were warnings: {Listed([.. warnings.Select(warning => WithoutStackTrace(warning.Message)).Distinct(StringComparer.Ordinal)])}"
        : "";

    private static string Listed(string[] messages)
    {
        if (messages.Length == 1) return messages[0];
        var more = messages.Length > Shown ? FormattableString.Invariant($"\n- and {messages.Length - Shown} more") : "";
        return $"\n- {string.Join("\n- ", messages.Take(Shown))}{more}";
    }

    /// <summary>Of a stack trace only the first line inside the project is kept, as a place.</summary>
    private string WithoutStackTrace(string message)
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
