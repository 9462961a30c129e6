namespace Infra.Policies.Identity;

public sealed class NoLastingAccessKeys() : ResourceRule(
    "iam-no-access-key",
    Rank.Critical,
    ResourceTypes.AccessKey,
    "An access key works from anywhere until somebody deletes it, and its secret lies in the state of the stack.",
    "give the machine a role, and CI a trust of its OIDC provider",
    "IAM.4", "CKV_AWS_348")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        [Fail(resource, null, "it is an access key that does not end")];
}
