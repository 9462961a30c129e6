namespace Infra.Policies;

/// <summary>In how many availability zones a list of subnets lies, as far as that is known.</summary>
public sealed record ZoneSpread(IReadOnlyList<string> Zones, bool IsWhole)
{
    public Verdict AtLeastTwo => Zones.Count >= 2 ? Verdict.Pass : IsWhole ? Verdict.Fail : Verdict.Undetermined;

    /// <summary>A zone in which two of the subnets lie; null if none is known to.</summary>
    public string? Doubled { get; private init; }

    public override string ToString() => Zones.Count == 0 ? "no zone" : string.Join(", ", Zones);

    public static ZoneSpread OfSubnets(ResourceGraph graph, ResourceNode owner, IEnumerable<PropertyValue> subnets)
    {
        var references = subnets.Where(subnet => !subnet.IsAbsent)
            .Select(subnet => graph.Resolve(owner, subnet, ResourceTypes.Subnet)).ToList();
        var unclear = references.Where(reference => reference.State == ReferenceState.Ambiguous).ToList();

        // As many unknown values as there are subnets they were computed from: each stands for one of them.
        var meant = unclear.SelectMany(reference => reference.Candidates).Distinct().ToList();
        if (meant.Count == unclear.Count) references = [.. references.Except(unclear), .. meant.Select(Reference.ToOnly)];

        var zones = references.Select(reference => reference.Target is { } subnet ? ZoneOf(subnet) : null).ToList();
        return new([.. zones.OfType<string>().Distinct().Order(StringComparer.Ordinal)], !zones.Contains(null))
        {
            Doubled = references.Select(reference => reference.Target).OfType<ResourceNode>().Distinct().Select(ZoneOf).OfType<string>()
                .GroupBy(zone => zone).Where(zone => zone.Count() > 1).Select(zone => zone.Key).Min(StringComparer.Ordinal),
        };
    }

    private static string? ZoneOf(ResourceNode subnet) => subnet["availabilityZone"].Text ?? subnet["availabilityZoneId"].Text;
}
