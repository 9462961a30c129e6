namespace Infra.Policies.Deployment;

public sealed class CachesHaveOneKindOfCredentials() : DeploymentRule(
    "deploy-cache-credentials-once",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses a token beside user groups, and AWS a second group.",
    "give authToken or one group in userGroupIds",
    "Amazon ElastiCache API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        NotBoth(resource, resource["authToken"], resource["userGroupIds"])
            .Concat(AtMost(resource, resource["userGroupIds"], 1)).DistinctBy(finding => finding.Property);
}
