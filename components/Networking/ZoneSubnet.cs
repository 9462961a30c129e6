using Pulumi;

namespace Infra.Components.Networking;

/// <summary>A subnet that exists, with the facts of its plan beside its id, so that its users can check them.</summary>
public sealed record ZoneSubnet(PlannedSubnet Plan, Output<string> Id)
{
    /// <summary>
    /// The subnet's routes and what ties them to it. AWS refuses a public balancer before the VPC has its internet gateway, and a
    /// machine that boots before its routes installs nothing: both wait for these.
    /// </summary>
    public IReadOnlyList<Resource> WayOut { get; init; } = [];

    public static Resource[] WaysOutOf(IEnumerable<ZoneSubnet> subnets) => [.. subnets.SelectMany(subnet => subnet.WayOut)];

    /// <summary>The first two: for what would be made anew if it came to stand in more, since new zones come at the end.</summary>
    public static IReadOnlyList<ZoneSubnet> Lasting(IReadOnlyList<ZoneSubnet> subnets) => [.. subnets.Take(2)];

    /// <summary>What keeps subnets from carrying something that must survive a zone: nothing if they are fine.</summary>
    /// <param name="subnets">All that it would stand in.</param>
    /// <param name="tier">Where it belongs.</param>
    public static IEnumerable<string> Check(IReadOnlyList<ZoneSubnet> subnets, SubnetTier tier)
    {
        var zones = subnets.Select(subnet => subnet.Plan.Zone).Distinct().Count();
        if (zones < 2)
            yield return $"Its subnets lie in {zones} zone(s); expected are at least 2, so that it survives the loss of one.";
        if (zones < subnets.Count)
            yield return $"It has {subnets.Count} subnets in {zones} zone(s); allowed is one per zone.";
        foreach (var subnet in subnets.Where(subnet => subnet.Plan.Tier != tier))
            yield return $"Subnet {subnet.Plan.Key} ({subnet.Plan.Block}) is of the {subnet.Plan.Tier} tier; "
                + $"expected are subnets of the {tier} tier.";
    }
}
