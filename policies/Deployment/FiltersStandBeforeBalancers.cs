namespace Infra.Policies.Deployment;

public sealed class FiltersStandBeforeBalancers() : DeploymentRule(
    "deploy-waf-association",
    Rank.High,
    [.. ResourceTypes.WebAclAssociation, .. ResourceTypes.LoadBalancer],
    "AWS associates no distribution and no network load balancer with a web ACL, and each resource with one.",
    "name the web ACL in the distribution's webAclId, or stand it before an application load balancer, once",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var arn = resource["resourceArn"];
        if (arn.Text?.StartsWith("arn:aws:cloudfront:", StringComparison.Ordinal) is true)
            return [Fail(resource, arn.Path, "resourceArn is that of a distribution")];
        if (!ResourceTypes.WebAclAssociation.Contains(resource.Type)
            || graph.Resolve(resource, arn, ResourceTypes.LoadBalancer).Target is not { } balancer)
            return arn.IsUnknown ? [Undetermined(resource, arn)] : [];
        var others = graph.OfType(ResourceTypes.WebAclAssociation).Where(other => string.CompareOrdinal(other.Urn, resource.Urn) < 0
            && graph.Resolve(other, other["resourceArn"], ResourceTypes.LoadBalancer).Target == balancer).ToList();
        return others.Count > 0
            ? [Fail(resource, arn.Path, $"{others[0].Name} stands before {balancer.Name} already")]
            : If(balancer, balancer["loadBalancerType"], type => type.Text is "network" or "gateway",
                [Fail(resource, arn.Path, $"{balancer.Name} is no application load balancer")]);
    }
}
