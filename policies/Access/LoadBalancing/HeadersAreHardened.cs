namespace Infra.Policies.LoadBalancing;

public sealed class HeadersAreHardened() : ResourceRule(
    "lb-header-hardening",
    Rank.Medium,
    ResourceTypes.LoadBalancer,
    "Malformed headers that one hop reads differently from the next smuggle requests past every check.",
    "set dropInvalidHeaderFields to true and desyncMitigationMode to defensive or strictest",
    "ELB.4", "ELB.12", "CKV_AWS_131", "CKV_AWS_328", "AVD-AWS-0052")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Unless(resource, resource["loadBalancerType"], type => type.Text is "network" or "gateway",
            ExpectTrue(resource, resource["dropInvalidHeaderFields"]).Concat(Expect(
                resource, resource["desyncMitigationMode"], mode => mode.Text is "defensive" or "strictest", "defensive or strictest", whenAbsent: true)));
}
