namespace Infra.Policies.Data;

public sealed class DatabasesPatchThemselves() : ResourceRule(
    "rds-minor-upgrade",
    Rank.Medium,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance],
    "Minor versions carry the security fixes, and nobody installs them by hand on time.",
    "leave autoMinorVersionUpgrade true",
    "RDS.13", "RDS.35", "CKV_AWS_226")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ExpectTrue(resource, resource["autoMinorVersionUpgrade"], whenAbsent: true);
}
