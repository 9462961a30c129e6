namespace Infra.Policies.Edge;

public sealed class FailoverIsNotRemembered() : ResourceRule(
    "dns-failover-ttl",
    Rank.Medium,
    ResourceTypes.Record,
    "Resolvers go on sending visitors to what is down until they forget the answer.",
    "set ttl to at most 60 on records with a failover or weighted policy")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] policies = [resource["failoverRoutingPolicies"], resource["weightedRoutingPolicies"]];
        var findings = Expect(resource, resource["ttl"], seconds => seconds.Number <= 60, "at most 60 seconds", whenAbsent: true).ToList();
        if (findings.Count == 0 || Array.Exists(policies, policy => policy.Items.Any())) return findings;
        return Array.Find(policies, policy => policy.IsUnknown) is { IsUnknown: true } unknown ? [Undetermined(resource, unknown)] : [];
    }
}
