using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>What the engine last heard of the program: tells work from hanging, and says what it hangs on.</summary>
public sealed class ProgramActivity(IProgress<PreviewProgress>? progress, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly Lock _lock = new();
    private long _lastHeard = clock.GetTimestamp();
    private int _registered;
    private int _underWay;
    private string? _lastUrn;
    private bool _heard;
    private bool _complete;
    private bool _done;

    public TimeSpan SinceStart => clock.GetElapsedTime(_start);
    public TimeSpan SinceLastHeard => clock.GetElapsedTime(Volatile.Read(ref _lastHeard));
    public bool Heard => Volatile.Read(ref _heard);
    public int Registered => Volatile.Read(ref _registered);

    /// <summary>The program came to its own end, which an SDK tells with the outputs of the stack.</summary>
    public bool IsComplete => Volatile.Read(ref _complete);

    /// <summary>In words, without a full stop.</summary>
    public string Progress
    {
        get
        {
            lock (_lock)
            {
                var count = FormattableString.Invariant($"it has registered {_registered} resource{(_registered == 1 ? "" : "s")}");
                return _lastUrn is null ? count : $"{count}, the last was {_lastUrn}";
            }
        }
    }

    public async Task<T> WatchAsync<T>(Func<Task<T>> call)
    {
        Hear();
        Interlocked.Increment(ref _underWay);
        try
        {
            return await call();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            Hear();
        }
    }

    public void Register(string urn)
    {
        int count;
        lock (_lock)
        {
            _lastUrn = urn;
            count = ++_registered;
        }
        progress?.Report(new PreviewProgress.Registered(count));
    }

    /// <summary>The stack has its outputs.</summary>
    public void Complete() => Volatile.Write(ref _complete, true);

    /// <summary>The program has asked for the end of its run.</summary>
    public void Finish()
    {
        Complete();
        Volatile.Write(ref _done, true);
    }

    /// <summary>In words, what an observer would say of a program that does not end.</summary>
    /// <param name="silent">It has not been heard of for long.</param>
    public string Describe(bool silent)
    {
        if (!Heard) return "It has not called the engine at all: Deployment.RunAsync was not reached.";

        var so = $"I{Progress[1..]}";
        if (Volatile.Read(ref _done)) return $"{so}; its resources are complete, but its process does not end: something after the deployment still runs.";
        if (!silent) return $"{so}, and it still calls the engine: a loop that never ends, or more work than the limit allows for.";
        return Volatile.Read(ref _underWay) is > 0 and var calls
            ? FormattableString.Invariant($"{so}; {calls} call{(calls == 1 ? "" : "s")} of the engine to its transforms or hooks got no answer.")
            : $"{so}; no call is under way, so it waits for something of its own: an endless loop, a Task or Output that never completes, or a network call.";
    }

    private void Hear()
    {
        Volatile.Write(ref _lastHeard, clock.GetTimestamp());
        Volatile.Write(ref _heard, true);
    }
}
