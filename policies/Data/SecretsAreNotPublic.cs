using Infra.Policies.Identity;

namespace Infra.Policies.Data;

public sealed class SecretsAreNotPublic() : DocumentRule(
    "secret-policy-not-public",
    Rank.Critical,
    ResourceTypes.SecretPolicies,
    ["policy"],
    "A secret that everyone may read is none.",
    "name the principals, or fence the star with aws:PrincipalOrgID; blockPublicPolicy makes AWS refuse such a policy")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) => statement.IsForEveryone ? "lets everyone in" : null;
}
