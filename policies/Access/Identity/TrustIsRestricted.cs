namespace Infra.Policies.Identity;

public sealed class TrustIsRestricted() : DocumentRule(
    "iam-trust-restricted",
    Rank.Critical,
    ResourceTypes.Role,
    ["assumeRolePolicy"],
    "A role that strangers may assume gives them everything the role may do.",
    "name the principals; for another account, demand sts:ExternalId or aws:PrincipalOrgID",
    "CKV_AWS_60", "CKV_AWS_61")
{
    private static readonly HashSet<string> Fences =
        new(["aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "sts:ExternalId"], StringComparer.OrdinalIgnoreCase);

    protected override string? Objection(ResourceNode resource, PolicyStatement statement)
    {
        if (!statement.IsAllow || IsFenced(statement)) return null;
        var principals = statement.Principals.Where(principal => principal.Kind == "AWS").Select(principal => principal.Name).ToList();
        if (principals.Contains("*")) return "lets everyone assume the role";
        var own = AccountOf(resource["arn"].Text ?? "");
        return principals.Find(principal => AccountOf(principal) is { } account && account != own) is { } foreign
            ? $"lets {foreign} of another account assume the role without a condition"
            : null;
    }

    // The role's own account is in its ARN, which AWS gives it.
    protected override PropertyValue? Doubt(ResourceNode resource, PolicyStatement statement) =>
        AccountOf(resource["arn"].Text ?? "") is null && !statement.Principals.Contains(("AWS", "*")) ? resource["arn"] : null;

    private static bool IsFenced(PolicyStatement statement) =>
        statement.Tests.Any(test => test.IsFence && Fences.Contains(test.Key));

    private static string? AccountOf(string principal) => principal.Split(':') switch
    {
        ["arn", _, "iam" or "sts", _, { Length: 12 } account, ..] => account,
        [{ Length: 12 } account] when account.All(char.IsAsciiDigit) => account,
        _ => null,
    };
}
