namespace Infra.Components.Compute;

/// <summary>Whether the scaler learns from the past fortnight what load to expect.</summary>
public enum LoadForecast
{
    None,

    /// <summary>It says what it would do, and does nothing: the first weeks of a new service.</summary>
    Shown,

    /// <summary>Clones are there before the load is.</summary>
    Followed,
}

/// <summary>How many clones there are, and what makes them more or fewer. Whichever policy wants most clones wins.</summary>
public sealed record CloneScaling
{
    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    /// <summary>The mean load that the scaler keeps the group at.</summary>
    public int CpuPercent { get; init; } = 50;

    /// <summary>Requests per clone and minute that the scaler keeps the group at; null does not count them.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>By frozen keys. Between their times the last one holds.</summary>
    public IReadOnlyList<CloneSchedule> Schedules { get; init; } = [];

    public LoadForecast Forecast { get; init; }

    /// <summary>From launch until a clone serves; while it lasts, its health and its load count for nothing.</summary>
    public int WarmUpSeconds { get; init; } = 180;

    public IEnumerable<string> Check()
    {
        if (Minimum < 1)
            yield return $"Minimum is {Minimum}; expected is at least 1.";
        if (Maximum <= Minimum)
            yield return $"Maximum is {Maximum} and Minimum is {Minimum}; Maximum must be larger, or there is nothing to scale.";
        if (CpuPercent is < 10 or > 90)
            yield return $"CpuPercent is {CpuPercent}; allowed is 10 to 90.";
        if (RequestsPerMinute < 1)
            yield return $"RequestsPerMinute is {RequestsPerMinute}; expected is at least 1.";
        if (WarmUpSeconds is < 0 or > 7200)
            yield return $"WarmUpSeconds is {WarmUpSeconds}; allowed is 0 to 7200.";
        foreach (var problem in Schedules.SelectMany(schedule => schedule.Check()))
            yield return problem;
        foreach (var schedules in Schedules.GroupBy(schedule => schedule.Key).Where(group => group.Count() > 1))
            yield return $"Schedule '{schedules.Key}' is given {schedules.Count()} times.";
    }
}
