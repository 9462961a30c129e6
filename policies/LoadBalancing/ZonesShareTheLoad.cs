namespace Infra.Policies.LoadBalancing;

public sealed class ZonesShareTheLoad() : ResourceRule(
    "lb-cross-zone-nlb",
    Rank.Medium,
    ResourceTypes.LoadBalancer,
    "A network load balancer keeps each zone's visitors in that zone, so a zone with fewer clones is overrun.",
    "set enableCrossZoneLoadBalancing to true",
    "CKV_AWS_152")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["loadBalancerType"], type => type.Text is not ("network" or "gateway"),
        ExpectTrue(resource, resource["enableCrossZoneLoadBalancing"]));
}
