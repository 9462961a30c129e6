namespace Infra.Policies.Data;

public sealed class CachesAreBackedUp() : RedisRule(
    "redis-backup",
    Rank.High,
    Everything,
    "Sessions and queues that live only in memory are gone after a wrong flush or a lost cluster.",
    "set snapshotRetentionLimit to at least 1",
    "ElastiCache.1", "CKV_AWS_134", "AVD-AWS-0050")
{
    // Days of machines, snapshots of serverless caches, which take one each day.
    protected override IEnumerable<Finding> Judge(ResourceNode cache) =>
        Expect(cache, cache["snapshotRetentionLimit"], kept => kept.Number >= 1, IsServerless(cache) ? "at least 1 snapshot" : "at least 1 day");
}
