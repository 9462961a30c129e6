namespace Infra.Policies.Data;

public sealed class DatabasesArePrivate() : ResourceRule(
    "rds-not-public",
    Rank.Critical,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance, "aws:neptune/clusterInstance:ClusterInstance"],
    "A database with a public address is one leaked password away from a breach.",
    "leave publiclyAccessible false",
    "RDS.2", "CKV_AWS_17", "AVD-AWS-0180")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["publiclyAccessible"], value => value.Truth is false, "false", whenAbsent: true);
}
