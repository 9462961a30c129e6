using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs a program within a deployment, from the stack's registration to the last background task.</summary>
internal static class ProgramRun
{
    /// <summary>Runs a function whose result is the stack's outputs.</summary>
    /// <returns>What failed, in order; nothing if the run was fine.</returns>
    public static Task<IReadOnlyList<Exception>> RunAsync(
        Deployment deployment, Func<Task<IDictionary<string, object?>>> program, StackOptions? options) =>
        RunAsync(deployment, async () =>
        {
            var stack = new Stack(options);
            var outputs = await program().ConfigureAwait(false);
            return () => stack.RegisterProgramOutputs(Task.FromResult(outputs ?? ImmutableDictionary<string, object?>.Empty));
        });

    /// <summary>Runs a stack class: its constructor is the program, its output properties are the stack's outputs.</summary>
    /// <returns>What failed, in order; nothing if the run was fine.</returns>
    public static Task<IReadOnlyList<Exception>> RunAsync(Deployment deployment, Func<Stack> construct) =>
        RunAsync(deployment, () =>
        {
            var stack = construct();
            var outputs = stack.ReadOutputs();
            return Task.FromResult<Action>(() => stack.RegisterProgramOutputs(Task.FromResult(outputs)));
        });

    private static async Task<IReadOnlyList<Exception>> RunAsync(Deployment deployment, Func<Task<Action>> program)
    {
        deployment.Enter();
        var running = RunProgramAsync(program);
        deployment.Tasks.Add(running);
        if (!running.IsFaulted) deployment.Gate.Open();
        else if (deployment.Gate.Shut()) return deployment.Tasks.Errors;

        var errors = await deployment.Tasks.WaitAsync().ConfigureAwait(false);

        // The stack's outputs come last, also after a resource was refused, but not if the program itself failed.
        if (!running.IsCompletedSuccessfully) return errors;
        running.Result();
        return await deployment.Tasks.WaitAsync().ConfigureAwait(false);
    }

    // Exceptions that the program throws at once end up in the task too.
    private static async Task<Action> RunProgramAsync(Func<Task<Action>> program) => await program().ConfigureAwait(false);
}
