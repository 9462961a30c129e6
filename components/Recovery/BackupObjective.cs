namespace Infra.Components.Recovery;

/// <summary>How much may be lost, and for how long it can be had back.</summary>
public sealed record BackupObjective
{
    // Backup developer guide, lifecycle: what went to cold storage is kept there for 90 days at least. Read 2026-11.
    private const int ShortestColdDays = 90;

    private const int HoursPerDay = 24;
    private const int ShortestHours = 3;

    // At night in Europe and in the Americas' evening; other frequencies keep this hour among theirs. Databases refuse backups in
    // their own windows, from one to two, and in the hour before (Backup developer guide, plan options and configuration, read 2026-11),
    // and so only frequencies that come to neither hour are allowed.
    private const int StartHour = 2;

    /// <summary>The work that may be lost: 3, 4, 6, 8, 12 or 24 hours. For minutes, stores keep a log of their own.</summary>
    public required int Hours { get; init; }

    /// <summary>How long each point is kept that comes more often than daily.</summary>
    public int RecentDays { get; init; } = 7;

    /// <summary>How long the point of each day is kept.</summary>
    public required int DailyDays { get; init; }

    /// <summary>How long the copy of each day's point is kept in the other region.</summary>
    public required int CopyDays { get; init; }

    /// <summary>After how many days a daily point moves to cheaper storage, where it takes hours to restore; null for never.</summary>
    public int? ColdAfterDays { get; init; }

    internal bool IsDaily => Hours == HoursPerDay;

    internal string RecentSchedule => $"cron(0 {StartHour % Hours}/{Hours} * * ? *)";

    internal static string DailySchedule => $"cron(0 {StartHour} * * ? *)";

    internal IEnumerable<string> Check()
    {
        if (Hours is < ShortestHours or > HoursPerDay || HoursPerDay % Hours != 0)
            yield return $"Hours is {Hours}; allowed is 3, 4, 6, 8, 12 or 24.";
        if (RecentDays < 1)
            yield return $"RecentDays is {RecentDays}; expected is at least 1.";
        if (DailyDays < RecentDays)
            yield return $"DailyDays is {DailyDays}; expected is at least RecentDays ({RecentDays}).";
        if (CopyDays < 1)
            yield return $"CopyDays is {CopyDays}; expected is at least 1.";
        if (ColdAfterDays < 1)
            yield return $"ColdAfterDays is {ColdAfterDays}; expected is at least 1.";
        else if (ColdAfterDays is { } cold && DailyDays < cold + ShortestColdDays)
            yield return $"DailyDays is {DailyDays}, but what is cold after {cold} days is kept there for {ShortestColdDays} more; "
                + $"expected is at least {cold + ShortestColdDays}.";
    }
}
