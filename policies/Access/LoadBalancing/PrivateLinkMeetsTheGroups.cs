namespace Infra.Policies.LoadBalancing;

public sealed class PrivateLinkMeetsTheGroups() : ResourceRule(
    "nlb-privatelink-inbound-rules",
    Rank.High,
    ResourceTypes.LoadBalancer,
    "What comes through PrivateLink is let past the balancer's security groups, whatever they say.",
    "set enforceSecurityGroupInboundRulesOnPrivateLinkTraffic to on, which is also the default")
{
    // Only of network load balancers, and on by default (Elastic Load Balancing, SetSecurityGroups, as AWS's SDK reference has it, read 2026-11-22).
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Unless(resource, resource["loadBalancerType"], type => type.Text != "network",
            Expect(resource, resource["enforceSecurityGroupInboundRulesOnPrivateLinkTraffic"], enforced => enforced.Text != "off", "on", whenAbsent: true));
}
