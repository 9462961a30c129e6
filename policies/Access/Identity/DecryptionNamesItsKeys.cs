namespace Infra.Policies.Identity;

public sealed class DecryptionNamesItsKeys() : DocumentRule(
    "iam-no-kms-decrypt-star",
    Rank.High,
    ResourceTypes.IdentityPolicies,
    ["policy"],
    "A role that decrypts with every key reads whatever any part of the platform has encrypted.",
    "name the keys' ARNs, or fence the statement with kms:ViaService",
    "KMS.1", "KMS.2")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) =>
        statement.IsOnEverything && !statement.Tests.Any(IsFence) && statement.Allows("kms:Decrypt") ? "allows kms:Decrypt with every key" : null;

    private static bool IsFence(ConditionTest test) => test.IsFence
        && (test.IsOn("kms:ViaService") || test.IsOn("kms:ResourceAliases") || test.IsOn("kms:RequestAlias")
            || test.Key.StartsWith("kms:EncryptionContext:", StringComparison.OrdinalIgnoreCase)
            || test.Key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase));
}
