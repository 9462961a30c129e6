namespace Infra.Policies.Identity;

public sealed class FederationPinsItsSubject() : DocumentRule(
    "iam-oidc-subject-pinned",
    Rank.Critical,
    ResourceTypes.Role,
    ["assumeRolePolicy"],
    "A CI provider signs tokens for all of its customers, so a trust without the subject lets any of them in.",
    "compare the provider's :sub with the exact repository and branch, and its :aud with the audience",
    "CKV_AWS_393")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement)
    {
        if (!statement.IsAllow
            || !statement.Principals.Any(principal =>
                principal is { Kind: "Federated" } && principal.Name.Contains(":oidc-provider/", StringComparison.Ordinal)))
            return null;
        var subjects = statement.Tests.Where(test => test.IsFence && test.Key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase))
            .SelectMany(test => test.Values).ToList();
        if (subjects.Count == 0) return "trusts a provider without comparing its :sub";
        if (subjects.Find(IsLoose) is { } loose) return $"accepts the subject {loose}";
        return statement.Conditions.Any(condition => condition.Key.EndsWith(":aud", StringComparison.Ordinal))
            ? null
            : "trusts a provider without comparing its :aud";
    }

    // repo:owner/name:ref and system:serviceaccount:namespace:name are exact; a wildcard before the last part is not.
    private static bool IsLoose(string subject)
    {
        var wildcard = subject.IndexOfAny(['*', '?']);
        var named = subject.StartsWith("system:serviceaccount:", StringComparison.Ordinal) ? 3 : 2;
        return wildcard >= 0 && subject[..wildcard].Count(character => character == ':') < named;
    }
}
