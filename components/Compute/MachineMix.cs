namespace Infra.Components.Compute;

/// <summary>One type of machine within a mix.</summary>
/// <param name="InstanceType">Of the same architecture as the image.</param>
/// <param name="Weight">How many of the group's units of capacity one such machine is; 1 to 999.</param>
public sealed record WeightedType(string InstanceType, int Weight = 1);

/// <summary>
/// Machines of several types in one group, on demand and spot. With weights the minimum and maximum of the group count units, and
/// balancers should choose by least outstanding requests, since machines differ in strength.
/// </summary>
public sealed record MachineMix
{
    private const int MostTypes = 40;
    private const int LargestWeight = 999;

    /// <summary>Instead of the machine's own type; on demand the first that can be had is taken.</summary>
    public required IReadOnlyList<WeightedType> Types { get; init; }

    /// <summary>Units that are always on demand.</summary>
    public required int OnDemandBase { get; init; }

    /// <summary>How many of the units beyond the base are on demand; the rest is spot, which AWS takes back within two minutes.</summary>
    public required int OnDemandPercent { get; init; }

    public bool UsesSpot => OnDemandPercent < 100;

    // Auto Scaling API reference, LaunchTemplate and InstancesDistribution, read 2026-11.
    public IEnumerable<string> Check(CloneScaling scaling)
    {
        if (Types.Count is 0 or > MostTypes)
            yield return $"Mix has {Types.Count} types; allowed is 1 to {MostTypes}.";
        foreach (var type in Types.Where(type => !Machine.IsInstanceType(type.InstanceType)))
            yield return $"Mix has the type '{type.InstanceType}'; expected a type such as t4g.small.";
        foreach (var types in Types.GroupBy(type => type.InstanceType).Where(group => group.Count() > 1))
            yield return $"Mix has the type '{types.Key}' {types.Count()} times.";
        foreach (var type in Types.Where(type => type.Weight is < 1 or > LargestWeight))
            yield return $"The weight of '{type.InstanceType}' is {type.Weight}; allowed is 1 to {LargestWeight}.";
        foreach (var type in Types.Where(type => type.Weight > scaling.Maximum && type.Weight <= LargestWeight))
            yield return $"The weight of '{type.InstanceType}' is {type.Weight}, more than the group's Maximum of {scaling.Maximum} units.";
        if (OnDemandBase < 0 || OnDemandBase > scaling.Maximum)
            yield return $"OnDemandBase is {OnDemandBase}; allowed is 0 to the Maximum of {scaling.Maximum}.";
        if (OnDemandPercent is < 0 or > 100)
            yield return $"OnDemandPercent is {OnDemandPercent}; allowed is 0 to 100.";
    }
}
