namespace Infra.Policies.LoadBalancing;

public sealed class LoadBalancerSpansZones() : ResourceRule(
    "lb-multi-az",
    Rank.High,
    ResourceTypes.LoadBalancer,
    "A load balancer in one availability zone goes down with it, whatever runs behind it.",
    "give it subnets of at least two availability zones",
    "ELB.13")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] lists = [resource["subnets"], resource["subnetMappings"]];
        if (Array.Find(lists, list => list.IsUnknown) is { IsUnknown: true } unknown)
            return [Undetermined(resource, unknown)];
        var written = lists[0].Items.Concat(lists[1].Items.Select(mapping => mapping["subnetId"]));
        var path = lists[0].IsKnown ? lists[0].Path : lists[1].Path;
        var spread = ZoneSpread.OfSubnets(graph, resource, written);
        return spread.AtLeastTwo switch
        {
            Verdict.Pass => [],
            Verdict.Fail => [Fail(resource, path, $"{path} lies in {spread} alone")],
            _ => [Undetermined(resource, path, $"the zones of {path} are not known before the deployment")],
        };
    }
}
