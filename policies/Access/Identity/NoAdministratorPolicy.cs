namespace Infra.Policies.Identity;

public sealed class NoAdministratorPolicy() : DocumentRule(
    "iam-no-admin-star",
    Rank.Critical,
    ResourceTypes.IdentityPolicies,
    ["policy"],
    "Whoever takes over a role that may do everything owns the account.",
    "list the actions and the resources that are needed",
    "IAM.1", "CKV_AWS_62", "CKV_AWS_63", "CKV2_AWS_40", "AVD-AWS-0057")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) =>
        statement.IsAllow && statement.Actions.Any(action => action.Split(':').All(ConditionTest.IsAnything))
        && statement.Resources.Any(ConditionTest.IsAnything)
            ? "allows every action on every resource"
            : null;
}
