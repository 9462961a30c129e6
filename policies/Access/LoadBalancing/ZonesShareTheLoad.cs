namespace Infra.Policies.LoadBalancing;

public sealed class ZonesShareTheLoad() : ResourceRule(
    "lb-cross-zone-nlb",
    Rank.Medium,
    [.. ResourceTypes.LoadBalancer, .. ResourceTypes.TargetGroup],
    "A load balancer that keeps each zone's visitors in that zone overruns a zone with fewer clones.",
    "set enableCrossZoneLoadBalancing of a network load balancer to true, and leave loadBalancingCrossZoneEnabled of the target group alone",
    "CKV_AWS_152")
{
    // Application load balancers share the load among zones unless the target group says otherwise.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var shared = resource["loadBalancingCrossZoneEnabled"];
        return ResourceTypes.TargetGroup.Contains(resource.Type)
            ? Expect(resource, shared, value => value.Truth is not false, "true or use_load_balancer_configuration", whenAbsent: true)
            : Unless(resource, resource["loadBalancerType"], type => type.Text is not ("network" or "gateway"),
                ExpectTrue(resource, resource["enableCrossZoneLoadBalancing"]));
    }
}
