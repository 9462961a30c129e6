namespace Infra.Components.Messaging;

/// <summary>How long a job may take, how often it is tried and how long it waits. Limits: SQS quotas and API reference, read 2026-11.</summary>
public sealed record JobHandling
{
    /// <summary>What SQS keeps at most. Jobs that failed are kept so long.</summary>
    public const int MaximumRetentionDays = 14;

    private const int SecondsPerDay = 24 * 60 * 60;
    private const int MaximumSecondsPerJob = 12 * 60 * 60;
    private const int MaximumAttempts = 1000;
    private const int MaximumDelaySeconds = 15 * 60;
    private const int MaximumBytes = 1024 * 1024;
    private const int MinimumBytes = 1024;

    /// <summary>The longest that a worker may hold a job; then another worker gets it. 1 to 43,200.</summary>
    public required int SecondsPerJob { get; init; }

    /// <summary>How often a job is handed out before it goes to the dead letters. 1 to 1,000.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long a job may wait. Less than the 14 days of dead letters, whose age counts from their first day in the queue.</summary>
    public int RetentionDays { get; init; } = 4;

    /// <summary>0 to 900.</summary>
    public int DelaySeconds { get; init; }

    /// <summary>1,024 to 1,048,576; larger work lies in a bucket and its job names it.</summary>
    public int JobBytes { get; init; } = 256 * 1024;

    public int RetentionSeconds => RetentionDays * SecondsPerDay;

    public IEnumerable<string> Check()
    {
        if (SecondsPerJob is < 1 or > MaximumSecondsPerJob)
            yield return $"SecondsPerJob is {SecondsPerJob}; allowed is 1 to {MaximumSecondsPerJob}.";
        if (Attempts is < 1 or > MaximumAttempts)
            yield return $"Attempts is {Attempts}; allowed is 1 to {MaximumAttempts}.";
        if (RetentionDays is < 1 or >= MaximumRetentionDays)
            yield return $"RetentionDays is {RetentionDays}; allowed is 1 to {MaximumRetentionDays - 1}, "
                + $"so that dead letters, kept {MaximumRetentionDays} days from when they were sent, outlive the queue.";
        else if ((long)Attempts * SecondsPerJob >= RetentionSeconds)
            yield return $"Attempts ({Attempts}) of SecondsPerJob ({SecondsPerJob}) last longer than RetentionDays ({RetentionDays}): "
                + "a failing job would vanish before it reaches the dead letters.";
        if (DelaySeconds is < 0 or > MaximumDelaySeconds)
            yield return $"DelaySeconds is {DelaySeconds}; allowed is 0 to {MaximumDelaySeconds}.";
        if (JobBytes is < MinimumBytes or > MaximumBytes)
            yield return $"JobBytes is {JobBytes}; allowed is {MinimumBytes} to {MaximumBytes}.";
    }
}
