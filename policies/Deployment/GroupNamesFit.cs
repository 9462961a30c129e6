namespace Infra.Policies.Deployment;

public sealed class GroupNamesFit() : DeploymentRule(
    "deploy-sg-name",
    Rank.High,
    ResourceTypes.SecurityGroup,
    "The provider refuses a name that looks like an id.",
    "give a name of at most 255 characters that does not begin with sg-",
    "Amazon EC2 API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Matches(
        resource, resource["name"], name => name.Length <= 255 && !name.StartsWith("sg-", StringComparison.OrdinalIgnoreCase),
        "at most 255 characters that do not begin with sg-");
}
