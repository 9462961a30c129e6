namespace Infra.Policies.Data;

public sealed class DatabasesShowTheirMachine() : ResourceRule(
    "rds-enhanced-monitoring",
    Rank.Low,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance],
    "Metrics of the hypervisor do not say which process takes the memory, and come once a minute.",
    "set monitoringInterval to 60 or less and name a monitoringRoleArn",
    "RDS.6", "CKV_AWS_118")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["monitoringInterval"], seconds => seconds.Number > 0, "1 to 60 seconds");
}
