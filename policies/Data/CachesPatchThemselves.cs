namespace Infra.Policies.Data;

public sealed class CachesPatchThemselves() : ResourceRule(
    "redis-minor-upgrade",
    Rank.Medium,
    ResourceTypes.ReplicationGroup,
    "Minor versions carry the security fixes, and nobody installs them by hand on time.",
    "leave autoMinorVersionUpgrade true",
    "ElastiCache.2", "CKV_AWS_322")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ExpectTrue(resource, resource["autoMinorVersionUpgrade"], whenAbsent: true);
}
