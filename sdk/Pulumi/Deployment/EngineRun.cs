using System.Runtime;
using Infra.Rpc;

namespace Pulumi;

/// <summary>Runs a program for the engine that started the process.</summary>
internal static class EngineRun
{
    private const int LoggedErrors = 1;
    private const int ReportedExceptions = 32;

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> program, StackOptions? options) =>
        RunAsync(deployment => ProgramRun.RunAsync(deployment, program, options));

    public static Task<int> RunAsync(Func<Stack> construct) => RunAsync(deployment => ProgramRun.RunAsync(deployment, construct));

    private static async Task<int> RunAsync(Func<Deployment, Task<IReadOnlyList<Exception>>> run)
    {
        UseStartupProfile();
        var environment = EngineEnvironment.Read();
        using var monitorChannel = new RpcChannel(environment.MonitorAddress);
        using var engineChannel = new RpcChannel(environment.EngineAddress);
        var deployment = new Deployment(environment.Settings, new GrpcMonitor(monitorChannel), new GrpcEngine(engineChannel));
        await using var callbacks = deployment.Callbacks.ConfigureAwait(false);

        var errors = await run(deployment).ConfigureAwait(false);
        var exitCode = await ReportAsync(deployment, errors).ConfigureAwait(false);
        if (exitCode == 0) await deployment.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        return exitCode;
    }

    // What this run compiles, the next compiles on a second core, before it is needed. The runtime keeps the file and checks it.
    private static void UseStartupProfile()
    {
        ProfileOptimization.SetProfileRoot(AppContext.BaseDirectory);
        ProfileOptimization.StartProfile("Pulumi.startup");
    }

    /// <summary>Logs what failed; the result is the program's exit code.</summary>
    public static async Task<int> ReportAsync(Deployment deployment, IReadOnlyList<Exception> errors)
    {
        var hadLoggedErrors = deployment.Logger.HasErrors;
        try
        {
            foreach (var error in ErrorReport.Select(errors, deployment.Settings.ReportsConsequences))
                deployment.Logger.Error(ErrorReport.Describe(error), ErrorReport.ResourceOf(error));
            await deployment.Logger.FlushAsync().ConfigureAwait(false);
        }
        catch (LogException)
        {
            // The engine is gone: the process's own error stream is all that is left.
            foreach (var error in ErrorReport.Select(errors, withConsequences: false))
                await Console.Error.WriteLineAsync(ErrorReport.Describe(error)).ConfigureAwait(false);
        }

        if (errors.Count == 0) return hadLoggedErrors ? LoggedErrors : 0;
        return Environment.ExitCode = ReportedExceptions;
    }
}
