namespace Infra.Components.Data;

/// <summary>What a table can take.</summary>
public sealed record TableCapacity
{
    private TableCapacity()
    {
    }

    /// <summary>Whatever comes, paid by request.</summary>
    public static TableCapacity OnDemand { get; } = new();

    public int Minimum { get; private init; }

    public int Maximum { get; private init; }

    public int TargetPercent { get; private init; }

    public bool IsOnDemand => this == OnDemand;

    /// <summary>Between two limits, following the load: cheaper where it is even.</summary>
    /// <param name="minimum">Reads and writes each second that are always there.</param>
    /// <param name="maximum">More than the minimum.</param>
    /// <param name="targetPercent">The share of the capacity that the scaler keeps in use.</param>
    public static TableCapacity Scaled(int minimum, int maximum, int targetPercent = 70) =>
        new() { Minimum = minimum, Maximum = maximum, TargetPercent = targetPercent };

    public IEnumerable<string> Check()
    {
        if (IsOnDemand) yield break;
        if (Minimum < 1 || Maximum <= Minimum)
            yield return $"Its capacity is {Minimum} to {Maximum}; expected are at least 1 and more than that, or there is nothing to scale.";
        // Application Auto Scaling User Guide, "DynamoDB and Application Auto Scaling", read 2026-11.
        if (TargetPercent is < 20 or > 90)
            yield return $"The target of its capacity is {TargetPercent} %; allowed is 20 to 90.";
    }
}
