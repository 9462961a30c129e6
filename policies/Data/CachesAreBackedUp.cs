namespace Infra.Policies.Data;

public sealed class CachesAreBackedUp() : ResourceRule(
    "redis-backup",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "Sessions and queues that live only in memory are gone after a wrong flush or a lost cluster.",
    "set snapshotRetentionLimit to at least 1 day",
    "ElastiCache.1", "CKV_AWS_134", "AVD-AWS-0050")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["snapshotRetentionLimit"], days => days.Number >= 1, "at least 1 day");
}
