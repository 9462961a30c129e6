namespace Infra.Components.Compute;

/// <summary>How many clones there are: the scaler keeps the group's mean CPU load at a target.</summary>
public sealed record CloneScaling
{
    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    public int CpuPercent { get; init; } = 50;

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
        if (WarmUpSeconds is < 0 or > 7200)
            yield return $"WarmUpSeconds is {WarmUpSeconds}; allowed is 0 to 7200.";
    }
}
