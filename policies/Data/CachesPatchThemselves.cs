namespace Infra.Policies.Data;

/// <summary>Of a serverless cache there is nothing to say: AWS patches it.</summary>
public sealed class CachesPatchThemselves() : RedisRule(
    "redis-minor-upgrade",
    Rank.Medium,
    Machines,
    "Minor versions carry the security fixes, and nobody installs them by hand on time.",
    "leave autoMinorVersionUpgrade true",
    "ElastiCache.2", "CKV_AWS_322")
{
    protected override IEnumerable<Finding> Judge(ResourceNode cache) =>
        ExpectTrue(cache, cache["autoMinorVersionUpgrade"], whenAbsent: true);
}
