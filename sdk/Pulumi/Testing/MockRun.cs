using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Runs a program in process, with mocks in place of the engine.</summary>
internal static class MockRun
{
    /// <summary>Runs a stack class; the stack is among the resources.</summary>
    public static Task<ImmutableArray<Resource>> OfStackAsync(IMocks mocks, TestOptions? options, Func<Stack> construct) =>
        RunAsync(mocks, options, deployment => ProgramRun.RunAsync(deployment, construct));

    /// <summary>Runs a function; the stack around it is not among the resources.</summary>
    public static async Task<ImmutableArray<Resource>> OfFunctionAsync(IMocks mocks, TestOptions? options, Func<Task> program)
    {
        var resources = await RunAsync(
            mocks, options, deployment => ProgramRun.RunAsync(deployment, ProgramForms.Of(program), null)).ConfigureAwait(false);
        return resources.RemoveAll(resource => resource is Stack);
    }

    /// <summary>Runs a function and hands back its result as it is: it is not registered as the stack's outputs.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> OfFunctionAsync(
        IMocks mocks, TestOptions? options, Func<Task<IDictionary<string, object?>>> program)
    {
        IDictionary<string, object?>? outputs = null;
        var resources = await OfFunctionAsync(mocks, options, (Func<Task>)(async () => outputs = await program().ConfigureAwait(false)))
            .ConfigureAwait(false);
        return (resources, outputs!);
    }

    private static async Task<ImmutableArray<Resource>> RunAsync(
        IMocks mocks, TestOptions? options, Func<Deployment, Task<IReadOnlyList<Exception>>> run)
    {
        var settings = new DeploymentSettings
        {
            Project = options?.ProjectName ?? "project",
            Stack = options?.StackName ?? "stack",
            Organization = options?.OrganizationName ?? "organization",
            IsDryRun = options?.IsPreview ?? true,
            RootDirectory = options?.RootDirectory,
            ReportsConsequences = true,
        };
        var monitor = new MockMonitor(mocks, settings);
        var engine = new MockEngine();
        var deployment = new Deployment(settings, monitor, engine);
        await using var callbacks = deployment.Callbacks.ConfigureAwait(false);

        var errors = await run(deployment).ConfigureAwait(false);
        await EngineRun.ReportAsync(deployment, errors).ConfigureAwait(false);
        return engine.Errors.Count switch
        {
            0 => monitor.Resources,
            1 => throw new RunException(engine.Errors.Single()),
            _ => throw new AggregateException(engine.Errors.Select(message => new RunException(message))),
        };
    }
}
