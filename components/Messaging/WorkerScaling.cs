namespace Infra.Components.Messaging;

/// <summary>How many workers there are: as many as finish the waiting jobs within an acceptable time.</summary>
public sealed record WorkerScaling
{
    // As long as a lifecycle hook may hold a machine: whoever needs more has made a mistake.
    private const int MaximumWarmUpSeconds = 7200;

    /// <summary>At least 1: what no worker divides is never measured, so a pool that is empty would stay so.</summary>
    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    /// <summary>What one job takes on average, as measured.</summary>
    public required int AverageJobSeconds { get; init; }

    /// <summary>How long a job may wait before it is begun.</summary>
    public required int AcceptableWaitSeconds { get; init; }

    /// <summary>How many jobs one worker does at the same time.</summary>
    public int JobsAtOnce { get; init; } = 1;

    /// <summary>From launch until a worker takes jobs.</summary>
    public int WarmUpSeconds { get; init; } = 180;

    /// <summary>How many jobs may wait for each worker: what it can begin within the acceptable time.</summary>
    public double BacklogPerWorker => (double)AcceptableWaitSeconds / AverageJobSeconds * JobsAtOnce;

    public IEnumerable<string> Check(JobHandling handling)
    {
        if (Minimum < 1)
            yield return $"Minimum is {Minimum}; expected is at least 1.";
        if (Maximum <= Minimum)
            yield return $"Maximum is {Maximum} and Minimum is {Minimum}; Maximum must be larger, or there is nothing to scale.";
        if (JobsAtOnce < 1)
            yield return $"JobsAtOnce is {JobsAtOnce}; expected is at least 1.";
        if (WarmUpSeconds is < 0 or > MaximumWarmUpSeconds)
            yield return $"WarmUpSeconds is {WarmUpSeconds}; allowed is 0 to {MaximumWarmUpSeconds}.";
        if (handling.SecondsPerJob >= 1 && (AverageJobSeconds < 1 || AverageJobSeconds > handling.SecondsPerJob))
            yield return $"AverageJobSeconds is {AverageJobSeconds}; allowed is 1 to {handling.SecondsPerJob}, "
                + "after which the queue hands the job to another worker.";
        else if (AcceptableWaitSeconds < AverageJobSeconds)
            yield return $"AcceptableWaitSeconds is {AcceptableWaitSeconds}; expected is at least AverageJobSeconds ({AverageJobSeconds}), "
                + "because a worker that is busy takes that long to be free.";
    }
}
