namespace Infra.Policies.Identity;

public sealed class NoAdministratorAttached() : AttachedPolicyRule(
    "iam-no-admin-managed-policy",
    Rank.High,
    "AWS's administrator policies allow everything, or allow to allow everything.",
    "attach a policy that lists the actions and the resources that are needed",
    "CKV_AWS_274", "CKV2_AWS_56", "AwsSolutions-IAM4")
{
    private static readonly string[] Administrators = ["policy/AdministratorAccess", "policy/IAMFullAccess", "policy/PowerUserAccess"];

    protected override bool Objects(string arn) => IsAdministrators(arn);

    internal static bool IsAdministrators(string arn) => Administrators.Any(name => arn.EndsWith(name, StringComparison.Ordinal));
}
