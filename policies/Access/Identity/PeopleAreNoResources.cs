namespace Infra.Policies.Identity;

public sealed class PeopleAreNoResources() : ResourceRule(
    "iam-no-user",
    Rank.High,
    ResourceTypes.IamUser,
    "An IAM user has a password or keys that never end by themselves; a role has neither.",
    "let people sign in through the identity provider and machines through a role",
    "IAM.2", "CKV_AWS_40", "CKV_AWS_273", "AVD-AWS-0143")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        [Fail(resource, null, "it belongs to an IAM user")];
}
