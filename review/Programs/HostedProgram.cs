namespace Infra.Review.Programs;

/// <summary>
/// A program in this very process, such as a test's. It finds the engine by the same variables as one of its own; an SDK reads them
/// when the deployment begins, so they are set for that moment only, for one program at a time.
/// </summary>
public sealed class HostedProgram : IRunningProgram
{
    private static readonly Lock Variables = new();

    private readonly Task<int> _running;

    private HostedProgram(Task<int> running) => _running = running;

    /// <param name="program">Calls Deployment.RunAsync before it awaits anything else, and returns its result.</param>
    /// <param name="variables">Those of Pulumi's protocol.</param>
    public static HostedProgram Start(Func<Task<int>> program, IReadOnlyDictionary<string, string> variables) =>
        new(Task.Run(() => Begin(program, variables)));

    public Task<int> WaitAsync(CancellationToken cancellationToken) => _running.WaitAsync(cancellationToken);

    // A thread cannot be ended from outside; nobody waits for it any longer.
    public void Kill() { }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<int> Begin(Func<Task<int>> program, IReadOnlyDictionary<string, string> variables)
    {
        lock (Variables)
        {
            var before = variables.Keys.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToList();
            foreach (var (name, value) in variables) Environment.SetEnvironmentVariable(name, value);
            try
            {
                return program();
            }
            finally
            {
                foreach (var (name, value) in before) Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
