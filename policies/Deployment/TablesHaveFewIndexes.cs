namespace Infra.Policies.Deployment;

public sealed class TablesHaveFewIndexes() : DeploymentRule(
    "deploy-table-indexes",
    Rank.High,
    ResourceTypes.Table,
    "AWS refuses more indexes on one table.",
    "keep to 20 global and 5 local secondary indexes",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        AtMost(resource, resource["globalSecondaryIndexes"], 20).Concat(AtMost(resource, resource["localSecondaryIndexes"], 5));
}
