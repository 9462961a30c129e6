using System.Diagnostics;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>The built command <c>infra</c>, run as a process of its own as a user runs it.</summary>
internal static class InfraCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // Each run is two processes; more at once would only make the time limits in the tests meaningless.
    private static readonly SemaphoreSlim Places = new(Math.Max(2, Environment.ProcessorCount / 2));

    public static Task<CommandResult> RunAsync(string folder, params IEnumerable<string> arguments) => RunAsync(folder, _ => Task.CompletedTask, arguments);

    /// <summary>The same in a shell, which has the command line as <c>"$@"</c>.</summary>
    public static Task<CommandResult> RunInShellAsync(string folder, string script, params IEnumerable<string> arguments) =>
        RunAsync(new ProcessStartInfo("sh", ["-c", script, "sh", "dotnet", .. CommandLine(arguments)]) { WorkingDirectory = folder }, _ => Task.CompletedTask);

    /// <param name="folder">The working folder.</param>
    /// <param name="whileRunning">Gets the process, which has just been started.</param>
    /// <param name="arguments">As on a shell's command line.</param>
    public static Task<CommandResult> RunAsync(string folder, Func<Process, Task> whileRunning, IEnumerable<string> arguments) =>
        RunAsync(HeedingSignals(["dotnet", .. CommandLine(arguments)], folder), whileRunning);

    // A signal that the tests were told to ignore (nohup) would be ignored by every process that they start.
    private static ProcessStartInfo HeedingSignals(IReadOnlyList<string> command, string folder) => OperatingSystem.IsLinux()
        ? new ProcessStartInfo("env", ["--default-signal", .. command]) { WorkingDirectory = folder }
        : new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = folder };

    private static IEnumerable<string> CommandLine(IEnumerable<string> arguments) => ["exec", Repository.Built("Infra.Review", "infra"), .. arguments];

    private static async Task<CommandResult> RunAsync(ProcessStartInfo start, Func<Process, Task> whileRunning)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["INFRA_STARTUP_PROFILE"] = "off";
        await Places.WaitAsync();
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync();
                var errors = process.StandardError.ReadToEndAsync();
                await whileRunning(process).WaitAsync(Patience);
                await process.WaitForExitAsync().WaitAsync(Patience);
                return new CommandResult(process.ExitCode, await output, await errors);
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            Places.Release();
        }
    }
}
