namespace Infra.Policies.Edge;

public sealed class VisitorsPassTheFilter() : CompanionRule(
    "waf-on-internet-lb",
    Rank.High,
    ResourceTypes.LoadBalancer,
    ResourceTypes.WebAclAssociation,
    "resourceArn",
    "web ACL association",
    "Without a web ACL every scanner's request reaches the application.",
    "add a WebAclAssociation for the load balancer, or make it internal",
    "CKV2_AWS_28")
{
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) => Unless(
        resource, resource["loadBalancerType"], type => type.Text is "network" or "gateway",
        Unless(resource, resource["internal"], hidden => hidden.Truth is true, findings));
}
