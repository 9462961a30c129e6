namespace Infra.Policies.Deployment;

public sealed class BalancersHaveOneSubnetPerZone() : DeploymentRule(
    "deploy-lb-subnet-per-zone",
    Rank.High,
    ResourceTypes.LoadBalancer,
    "AWS refuses a load balancer with two subnets of one availability zone.",
    "name one subnet of each availability zone",
    "Elastic Load Balancing API Reference, CreateLoadBalancer, 2026-11")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.LoadBalancer, .. ResourceTypes.Subnet];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] lists = [resource["subnets"], resource["subnetMappings"]];
        if (Array.Find(lists, list => list.IsUnknown) is { IsUnknown: true } unknown) return [Undetermined(resource, unknown)];
        var written = lists[0].Items.Concat(lists[1].Items.Select(mapping => mapping["subnetId"])).ToList();
        var path = lists[0].IsKnown ? lists[0].Path : lists[1].Path;
        var spread = ZoneSpread.OfSubnets(graph, resource, written);
        if (spread.Doubled is { } zone) return [Fail(resource, path, $"{path} names two subnets of {zone}")];
        return spread.IsWhole || written.Count < 2 ? [] : [Undetermined(resource, path, $"the zones of {path} are not known before the deployment")];
    }
}
