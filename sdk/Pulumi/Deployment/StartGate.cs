namespace Pulumi;

/// <summary>
/// Holds back registrations while the program still runs for the first time, so that one which fails at once leaves nothing behind.
/// It opens by itself for programs that make many resources, or that wait for one by blocking. Those who wait pass one after the other, as
/// they came: mocks are asked in the program's order for what waits for nothing but the stack.
/// </summary>
internal sealed class StartGate
{
    private const int EnoughResources = 100;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private State _state;

    public StartGate() => _ = Task.Delay(LongEnough).ContinueWith(_ => Open(), TaskScheduler.Default);

    private enum State { Closed, Emptying, Open, Shut }

    public Task PassAsync()
    {
        TaskCompletionSource place;
        lock (_lock)
        {
            if (_state == State.Open) return Task.CompletedTask;
            // Goes on within SetResult, on purpose: the next one passes when this one's request is on its way.
            place = new();
            _waiting.Enqueue(place);
            if (_waiting.Count < EnoughResources) return place.Task;
        }

        Open();
        return place.Task;
    }

    public void Open()
    {
        if (Decide(State.Emptying)) _ = Task.Run(LetAllPass);
    }

    /// <summary>Keeps the gate shut.</summary>
    /// <returns>False if it was open already.</returns>
    public bool Shut() => Decide(State.Shut);

    private bool Decide(State state)
    {
        lock (_lock)
        {
            if (_state != State.Closed) return false;
            _state = state;
            return true;
        }
    }

    private void LetAllPass()
    {
        while (Next() is { } place)
        {
            // Where somebody blocks, perhaps on one of the rest, the rest does not wait for it.
            using var others = new Timer(_ => LetAllPass(), null, LongEnough, Timeout.InfiniteTimeSpan);
            place.SetResult();
        }
    }

    private TaskCompletionSource? Next()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var place)) return place;
            _state = State.Open;
            return null;
        }
    }
}
