namespace Infra.Policies.Identity;

public sealed class KeysDieSlowly() : ResourceRule(
    "kms-deletion-window",
    Rank.High,
    [.. ResourceTypes.Key, .. ResourceTypes.ReplicaKey],
    "What a deleted key has encrypted is lost with it, and the waiting time is the only time to notice.",
    "leave deletionWindowInDays at 30",
    "KMS.3", "CKV_AWS_227")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["deletionWindowInDays"], days => days.Number >= 30, "30 days", whenAbsent: true);
}
