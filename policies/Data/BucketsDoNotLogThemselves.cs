namespace Infra.Policies.Data;

public sealed class BucketsDoNotLogThemselves() : ResourceRule(
    "log-bucket-not-own-target",
    Rank.Medium,
    ResourceTypes.BucketLogging,
    "A bucket that records its own readers records each of its records, for ever.",
    "name another bucket in targetBucket")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (bucket, target) = (resource["bucket"], resource["targetBucket"]);
        var (from, to) = (graph.Resolve(resource, bucket, ResourceTypes.Bucket), graph.Resolve(resource, target, ResourceTypes.Bucket));
        if (bucket.IsKnown && target.IsKnown)
            return bucket.Text == target.Text || (from.Target is { } own && own == to.Target) ? [Fails(resource, target)] : [];
        if (from.Target is { } one && to.Target is { } other) return one == other ? [Fails(resource, target)] : [];
        var unknown = bucket.IsUnknown && from.Target is null ? bucket : target.IsUnknown && to.Target is null ? target : null;
        return unknown is null ? [] : [Undetermined(resource, unknown)];
    }

    private Finding Fails(ResourceNode logging, PropertyValue target) => Fail(logging, target.Path, $"{target.Path} is the bucket itself");
}
