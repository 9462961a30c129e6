namespace Infra.Policies.Deployment;

public sealed class MonitoringHasARole() : DeploymentRule(
    "deploy-db-monitoring",
    Rank.High,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance],
    "AWS refuses other intervals, and monitoring without a role.",
    "set monitoringInterval to 0, 1, 5, 10, 15, 30 or 60, and monitoringRoleArn unless it is 0",
    "Amazon RDS API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var interval = resource["monitoringInterval"];
        return Expect(resource, interval, seconds => seconds.Number is 0 or 1 or 5 or 10 or 15 or 30 or 60, "0, 1, 5, 10, 15, 30 or 60", whenAbsent: true)
            .Concat(If(resource, interval, seconds => seconds.Number > 0, Given(resource, resource["monitoringRoleArn"], "and monitoring is on")));
    }
}
