namespace Infra.Policies.Data;

public sealed class BucketsIgnoreAcls() : ResourceRule(
    "s3-no-acl",
    Rank.Medium,
    ResourceTypes.BucketOwnership,
    "An ACL grants past the bucket's policy, object by object, where nobody looks.",
    "set rule.objectOwnership to BucketOwnerEnforced, which is also the default",
    "S3.12", "CKV2_AWS_65", "AVD-AWS-0092")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["rule"]["objectOwnership"], ownership => ownership.Text == "BucketOwnerEnforced", "BucketOwnerEnforced");
}
