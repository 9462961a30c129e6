namespace Infra.Policies.Identity;

public sealed class NoRoleWidensItself() : DocumentRule(
    "iam-no-privilege-escalation",
    Rank.Critical,
    ResourceTypes.IdentityPolicies,
    ["policy"],
    "Whoever may change permissions, or pass any role to a machine of their own, has every permission of the account.",
    "leave permissions to the deployment, and fence iam:PassRole with iam:PassedToService",
    "CKV_AWS_286", "CKV_AWS_289", "AVD-AWS-0342")
{
    // Each of these alone lets its holder gain permissions (Service Authorization Reference, permissions management of IAM, 2026-11).
    private static readonly string[] Widening =
    [
        "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile",
        "iam:CreatePolicyVersion", "iam:DeleteRolePermissionsBoundary", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy",
        "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile",
    ];

    protected override string? Objection(ResourceNode resource, PolicyStatement statement)
    {
        var fences = statement.Tests.Where(test => test.IsFence).ToList();
        if (!fences.Exists(test => test.IsOn("iam:PermissionsBoundary")) && Widening.FirstOrDefault(statement.Allows) is { } action)
            return $"allows {action}, by which its holder can give itself more";
        return statement.Allows("iam:PassRole") && !fences.Exists(test => test.IsOn("iam:PassedToService"))
            ? "allows iam:PassRole without saying to which service (iam:PassedToService)"
            : null;
    }
}
