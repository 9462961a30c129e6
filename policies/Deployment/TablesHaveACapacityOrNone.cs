namespace Infra.Policies.Deployment;

public sealed class TablesHaveACapacityOrNone() : DeploymentRule(
    "deploy-table-capacity",
    Rank.High,
    ResourceTypes.Table,
    "The provider refuses a provisioned table without capacities, and one on demand with them.",
    "set readCapacity and writeCapacity, or billingMode PAY_PER_REQUEST",
    "Amazon DynamoDB API Reference, CreateTable, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Unless(resource, resource["billingMode"], mode => mode.Text == "PAY_PER_REQUEST",
        [
            .. Expect(resource, resource["readCapacity"], units => units.Number >= 1, "at least 1"),
            .. Expect(resource, resource["writeCapacity"], units => units.Number >= 1, "at least 1"),
        ]).Concat(If(resource, resource["billingMode"], mode => mode.Text == "PAY_PER_REQUEST",
        [
            .. Expect(resource, resource["readCapacity"], units => units.Number == 0, "left out of a table on demand", whenAbsent: true),
            .. Expect(resource, resource["writeCapacity"], units => units.Number == 0, "left out of a table on demand", whenAbsent: true),
        ])).DistinctBy(finding => finding.Property);
}
