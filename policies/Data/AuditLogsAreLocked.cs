using Infra.Policies.Firewall;

namespace Infra.Policies.Data;

public sealed class AuditLogsAreLocked() : ResourceRule(
    "s3-object-lock-on-audit-buckets",
    Rank.Medium,
    ResourceTypes.Bucket,
    "Whoever takes an account removes the record of it first, unless nobody can.",
    "add a BucketObjectLockConfiguration with a defaultRetention to the bucket that the trail writes to",
    "CKV_AWS_143")
{
    private static readonly IReadOnlyList<string> Locks =
        ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2"];

    public override IReadOnlyList<string> Types => [.. base.Types, .. ResourceTypes.Trail, .. Locks];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var trails = graph.PointingTo(resource, ResourceTypes.Bucket, ResourceTypes.Trail, "s3BucketName").ToList();
        if (trails.Count == 0) return [];
        var locks = graph.PointingTo(resource, ResourceTypes.Bucket, Locks, "bucket").ToList();
        List<(ResourceNode Owner, PropertyValue Mode, bool IsCertain)> modes =
        [
            .. Modes(resource["objectLockConfiguration"]).Select(mode => (resource, mode, true)),
            .. locks.Select(each => (each, each["rule"]["defaultRetention"]["mode"], IsOf(resource, each, "bucket", graph))),
        ];
        if (modes.Exists(mode => mode.IsCertain && mode.Mode.IsKnown)) return [];
        var trail = trails.Find(each => IsOf(resource, each, "s3BucketName", graph));
        var open = modes.Find(mode => mode.Mode.IsUnknown || (!mode.IsCertain && mode.Mode.IsKnown));
        if (open.Owner is not null) return [Undetermined(open.Owner, open.Mode.Path, $"whether {resource.Name} is locked is not known before the deployment")];
        return trail is null
            ? [Undetermined(trails[0], "s3BucketName", $"whether it writes into {resource.Name}, which is not locked, is not known before the deployment")]
            : [Fail(resource, null, $"{trail.Name} writes the audit log into it, and nothing keeps its objects from being removed")];
    }

    // The two tokens of a bucket write it each in its own way.
    private static IEnumerable<PropertyValue> Modes(PropertyValue kept) => PeerReader.EachOf(kept["rules"])
        .SelectMany(rule => PeerReader.EachOf(rule["defaultRetentions"])).Select(retention => retention["mode"])
        .Append(kept["rule"]["defaultRetention"]["mode"]);

    private static bool IsOf(ResourceNode bucket, ResourceNode other, string property, ResourceGraph graph) =>
        graph.Resolve(other, other[property], ResourceTypes.Bucket).Target == bucket;
}
