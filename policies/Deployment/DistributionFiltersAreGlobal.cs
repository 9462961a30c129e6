namespace Infra.Policies.Deployment;

public sealed class DistributionFiltersAreGlobal() : DeploymentRule(
    "deploy-cdn-web-acl",
    Rank.High,
    [.. ResourceTypes.Distribution, .. ResourceTypes.WebAcl],
    "AWS refuses a web ACL of a region before a distribution, and one that is not given by its ARN.",
    "set webAclId to the ARN of a web ACL of scope CLOUDFRONT",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var id = resource["webAclId"];
        if (id.IsAbsent || id.Text == "") return [];
        var acls = graph.Resolve(resource, id, ResourceTypes.WebAcl).Candidates;
        if (acls.Count > 0)
            return acls.SelectMany(acl => Expect(acl, acl["scope"], scope => scope.Text == "CLOUDFRONT", $"CLOUDFRONT, as {resource.Name} needs it"));
        return Matches(resource, id, text => text.Contains(":global/webacl/", StringComparison.Ordinal), "the ARN of a web ACL of scope CLOUDFRONT");
    }
}
