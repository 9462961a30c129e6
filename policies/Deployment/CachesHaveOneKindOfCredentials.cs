namespace Infra.Policies.Deployment;

public sealed class CachesHaveOneKindOfCredentials() : DeploymentRule(
    "deploy-cache-credentials-once",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses a token beside user groups.",
    "give authToken or userGroupIds",
    "Amazon ElastiCache API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        NotBoth(resource, resource["authToken"], resource["userGroupIds"]);
}
