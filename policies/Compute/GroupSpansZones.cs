namespace Infra.Policies.Compute;

public sealed class GroupSpansZones() : ResourceRule(
    "asg-multi-az",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "When its only availability zone fails, the whole group fails, and new clones cannot start elsewhere.",
    "give vpcZoneIdentifiers subnets of at least two availability zones",
    "AutoScaling.2")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var subnets = resource["vpcZoneIdentifiers"];
        var zones = resource["availabilityZones"];
        if (subnets.IsAbsent && zones.IsUnknown) return [Undetermined(resource, zones)];
        var spread = subnets.IsAbsent
            ? new ZoneSpread(
                [.. zones.Items.Select(zone => zone.Text).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                zones.Items.All(zone => zone.IsKnown))
            : subnets.IsUnknown ? new([], IsWhole: false) : ZoneSpread.OfSubnets(graph, resource, subnets.Items);
        var list = subnets.IsAbsent ? zones : subnets;
        return spread.AtLeastTwo switch
        {
            Verdict.Pass => [],
            Verdict.Fail => [Fail(resource, list.Path, $"{list.Path} lies in {spread} alone")],
            _ => [Undetermined(resource, list.Path, $"the zones of {list.Path} are not known before the deployment")],
        };
    }
}
