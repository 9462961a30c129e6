namespace Pulumi;

/// <summary>
/// Holds back registrations while the program still runs for the first time, so that one which fails at once leaves nothing behind.
/// It opens by itself for programs that make many resources, or that wait for one by blocking.
/// </summary>
internal sealed class StartGate
{
    private const int EnoughResources = 100;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private int _isDecided;

    public StartGate() => _ = Task.Delay(LongEnough).ContinueWith(_ => Open(), TaskScheduler.Default);

    public Task PassAsync()
    {
        if (!_opened.Task.IsCompleted && Interlocked.Increment(ref _waiting) >= EnoughResources) Open();
        return _opened.Task;
    }

    public void Open()
    {
        if (Decide()) _opened.SetResult();
    }

    /// <summary>Keeps the gate shut.</summary>
    /// <returns>False if it was open already.</returns>
    public bool Shut() => Decide();

    private bool Decide() => Interlocked.Exchange(ref _isDecided, 1) == 0;
}
