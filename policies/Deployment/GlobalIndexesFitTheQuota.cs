namespace Infra.Policies.Deployment;

public sealed class GlobalIndexesFitTheQuota() : DeploymentRule(
    "deploy-table-index-quota",
    Rank.Medium,
    ResourceTypes.Table,
    "AWS gives a table 20 global secondary indexes, unless more were asked for.",
    "ask for a higher quota before the deployment, or do with fewer indexes",
    "Amazon DynamoDB Developer Guide, default quota of global secondary indexes, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => AtMost(resource, resource["globalSecondaryIndexes"], 20);
}
