namespace Infra.Policies.Deployment;

public sealed class CacheWindowsFit() : DeploymentRule(
    "deploy-cache-windows",
    Rank.High,
    [.. ResourceTypes.ReplicationGroup, .. ResourceTypes.CacheCluster],
    "AWS refuses a window of another form, and one of less than an hour.",
    "write hh:mm-hh:mm for snapshots and ddd:hh:mm-ddd:hh:mm for maintenance, an hour each at least",
    "Amazon ElastiCache API Reference, ModifyReplicationGroup; Pulumi AWS provider, elasticache.ReplicationGroup; 2026-11")
{
    private const int ShortestMinutes = 60;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["snapshotWindow"], text => TimeWindow.Daily(text)?.Minutes >= ShortestMinutes, "an hour at least, such as 01:00-02:00")
            .Concat(Matches(resource, resource["maintenanceWindow"], text => TimeWindow.Weekly(text)?.Minutes >= ShortestMinutes,
                "an hour at least, such as sun:03:00-sun:04:00"));
}
