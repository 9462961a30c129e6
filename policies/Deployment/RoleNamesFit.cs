namespace Infra.Policies.Deployment;

public sealed class RoleNamesFit() : DeploymentRule(
    "deploy-role-name",
    Rank.High,
    ResourceTypes.Role,
    "The provider refuses the name.",
    "give at most 64 letters, digits and +=,.@_-",
    "AWS IAM API Reference, CreateRole, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Matches(
        resource, resource["name"],
        name => name.Length is > 0 and <= 64
            && name.All(character => char.IsAsciiLetterOrDigit(character) || "+=,.@_-".Contains(character, StringComparison.Ordinal)),
        "1 to 64 letters, digits and +=,.@_-");
}
