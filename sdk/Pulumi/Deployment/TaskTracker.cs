using System.Diagnostics;

namespace Pulumi;

/// <summary>Follows everything that a run has begun in the background, to know when it is idle and what failed.</summary>
internal sealed class TaskTracker
{
    // A failing run waits for the rest only as long as the rest makes progress.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly List<Exception> _errors = [];
    private readonly HashSet<Exception> _known = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource _idle = Completed();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _ended;
    private int _running;

    /// <summary>What failed so far, in order.</summary>
    public IReadOnlyList<Exception> Errors
    {
        get
        {
            lock (_lock) return [.. _errors];
        }
    }

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully) return;
        lock (_lock)
        {
            if (_running++ == 0) _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = task.ContinueWith(
            static (ended, tracker) => ((TaskTracker)tracker!).End(ended),
            this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing runs any more, or until something has failed and the rest stands still.</summary>
    /// <returns>What failed so far, in order.</returns>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        while (!_idle.Task.IsCompleted)
        {
            await Task.WhenAny(_idle.Task, _failed.Task).ConfigureAwait(false);
            if (_idle.Task.IsCompleted) break;
            var ended = Interlocked.Read(ref _ended);
            await Task.WhenAny(_idle.Task, Task.Delay(Patience)).ConfigureAwait(false);
            if (Interlocked.Read(ref _ended) == ended) break;
        }

        return Errors;
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private void End(Task task)
    {
        Interlocked.Increment(ref _ended);
        lock (_lock)
        {
            foreach (var error in ErrorsOf(task))
                if (_known.Add(error)) _errors.Add(error);
            if (_errors.Count > 0) _failed.TrySetResult();
            if (--_running == 0) _idle.SetResult();
        }
    }

    private static IEnumerable<Exception> ErrorsOf(Task task) =>
        task.IsCanceled ? [CancellationOf(task)] : task.Exception?.Flatten().InnerExceptions ?? Enumerable.Empty<Exception>();

    // A cancelled task tells why only by throwing it again: the same object along a chain of tasks, which counts once.
    private static OperationCanceledException CancellationOf(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException cancellation)
        {
            return cancellation;
        }

        throw new UnreachableException();
    }
}
