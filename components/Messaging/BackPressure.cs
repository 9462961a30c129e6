namespace Infra.Components.Messaging;

/// <summary>When a queue counts as overloaded: people are told, and producers that look may hold back.</summary>
public sealed record BackPressure
{
    /// <summary>The age of the oldest waiting job.</summary>
    public required int OldestSeconds { get; init; }

    public required int WaitingJobs { get; init; }

    public IEnumerable<string> Check(JobHandling handling)
    {
        if (OldestSeconds < 1)
            yield return $"OldestSeconds is {OldestSeconds}; expected is at least 1.";
        if (OldestSeconds >= handling.RetentionSeconds)
            yield return $"OldestSeconds is {OldestSeconds}, but after {handling.RetentionSeconds} seconds a job is dropped, "
                + "so the alarm would come too late. Lower it, or raise RetentionDays.";
        if (WaitingJobs < 1)
            yield return $"WaitingJobs is {WaitingJobs}; expected is at least 1.";
    }
}
