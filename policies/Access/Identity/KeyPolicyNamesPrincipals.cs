namespace Infra.Policies.Identity;

public sealed class KeyPolicyNamesPrincipals() : DocumentRule(
    "kms-policy-no-star-principal",
    Rank.Critical,
    ResourceTypes.KeyPolicies,
    ["policy"],
    "A key that everyone may use protects nothing that is encrypted with it.",
    "name the principals, or fence the star with kms:CallerAccount",
    "KMS.5", "CKV_AWS_33")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) =>
        statement.IsForEveryone ? "lets everyone use the key" : null;
}
