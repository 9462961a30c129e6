namespace Infra.Policies.Deployment;

public sealed class TablesHaveFewIndexes() : DeploymentRule(
    "deploy-table-indexes",
    Rank.High,
    ResourceTypes.Table,
    "AWS refuses more local secondary indexes on one table.",
    "keep to 5 local secondary indexes, or make the others global",
    "Amazon DynamoDB API Reference, CreateTable, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        AtMost(resource, resource["localSecondaryIndexes"], 5);
}
