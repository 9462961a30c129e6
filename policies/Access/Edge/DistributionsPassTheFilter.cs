namespace Infra.Policies.Edge;

public sealed class DistributionsPassTheFilter() : ResourceRule(
    "cdn-waf",
    Rank.Medium,
    ResourceTypes.Distribution,
    "Without a web ACL every scanner's request reaches the origin.",
    "name a web ACL of scope CLOUDFRONT in webAclId",
    "CloudFront.6", "CKV_AWS_68", "AVD-AWS-0011", "AwsSolutions-CFR2")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var acl = resource["webAclId"];
        return acl.IsUnknown && resource.DependenciesOf(acl.Path).Count > 0 ? [] : Expect(resource, acl, id => id.Text is { Length: > 0 }, "a web ACL");
    }
}
