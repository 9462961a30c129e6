using Infra.Components.Messaging;

namespace Infra.Stacks;

/// <summary>One kind of job, all of it checked.</summary>
public sealed record QueueSettings
{
    // A job that fails is still within this after its retries.
    private const int PatienceFactor = 2;

    /// <summary>Names the queue and its workers; frozen.</summary>
    public required string Key { get; init; }

    public required JobOrder Order { get; init; }

    /// <summary>Keys of the topics whose events become jobs.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    public required JobHandling Handling { get; init; }

    public required WorkerScaling Scaling { get; init; }

    /// <summary>What even all workers together could not begin in time.</summary>
    public BackPressure BackPressure => new()
    {
        OldestSeconds = PatienceFactor * Scaling.AcceptableWaitSeconds,
        WaitingJobs = (int)Math.Ceiling(Scaling.BacklogPerWorker * Scaling.Maximum),
    };
}
