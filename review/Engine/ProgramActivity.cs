using System.Diagnostics;
using Infra.Review.Model;

namespace Infra.Review.Engine;

/// <summary>What the engine last heard of the program: tells work from hanging, and says what it hangs on.</summary>
public sealed class ProgramActivity(IProgress<PreviewProgress>? progress)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private long _lastHeard = Stopwatch.GetTimestamp();
    private int _registered;
    private int _underWay;
    private string? _lastUrn;
    private bool _heard;
    private bool _done;

    public TimeSpan SinceStart => Stopwatch.GetElapsedTime(_start);
    public TimeSpan SinceLastHeard => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastHeard));
    public bool Heard => Volatile.Read(ref _heard);
    public int Registered => Volatile.Read(ref _registered);

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

    /// <summary>The program has asked for the end of its run.</summary>
    public void Finish() => Volatile.Write(ref _done, true);

    /// <summary>In words, what an observer would say the program is waiting for.</summary>
    public string Describe()
    {
        lock (_lock)
        {
            if (!_heard) return "It has not called the engine at all: Deployment.RunAsync was not reached.";
            var so = FormattableString.Invariant($"It has registered {_registered} resource{(_registered == 1 ? "" : "s")}");
            if (_lastUrn is not null) so += $", the last was {_lastUrn}";
            if (_done) return $"{so}; its resources are complete, but its process does not end: something after the deployment still runs.";
            return _underWay > 0
                ? FormattableString.Invariant($"{so}; {_underWay} call{(_underWay == 1 ? "" : "s")} of the engine to its transforms or hooks got no answer.")
                : $"{so}; no call is under way, so it waits for something of its own: an endless loop, a Task or Output that never completes, or a network call.";
        }
    }

    private void Hear()
    {
        Volatile.Write(ref _lastHeard, Stopwatch.GetTimestamp());
        Volatile.Write(ref _heard, true);
    }
}
