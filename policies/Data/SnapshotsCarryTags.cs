namespace Infra.Policies.Data;

public sealed class SnapshotsCarryTags() : ResourceRule(
    "rds-copy-tags",
    Rank.Low,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster],
    "A snapshot without tags belongs to nobody, so nobody dares to delete it and nobody pays for it knowingly.",
    "set copyTagsToSnapshot to true",
    "RDS.16", "RDS.17", "CKV_AWS_313", "CKV2_AWS_60")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => ExpectTrue(resource, resource["copyTagsToSnapshot"]);
}
