namespace Infra.Policies.Deployment;

public sealed class ReplicatedBucketsKeepVersions() : DeploymentRule(
    "deploy-bucket-replication",
    Rank.High,
    [.. Replications, .. ResourceTypes.Bucket, .. ResourceTypes.BucketVersioning],
    "AWS copies from buckets that keep versions, and refuses others.",
    "add a BucketVersioning that is enabled",
    "AWS provider and cfn-lint, 2026-11")
{
    private static IReadOnlyList<string> Replications { get; } = ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var name = resource["bucket"];
        if (!Replications.Contains(resource.Type)) return [];
        if (graph.Resolve(resource, name, ResourceTypes.Bucket).Target is not { } bucket) return name.IsUnknown ? [Undetermined(resource, name)] : [];
        var versions = graph.PointingTo(bucket, ResourceTypes.Bucket, ResourceTypes.BucketVersioning, "bucket").ToList();
        // The bucket's own setting is the older way; object lock turns versions on.
        if (versions.Count == 0)
            return Unless(bucket, Asked(bucket, bucket["versioning"]["enabled"]), on => on.Truth is true,
                Unless(bucket, bucket["objectLockEnabled"], on => on.Truth is true, [Fail(resource, name.Path, $"{bucket.Name} keeps no versions")]));
        return versions.SelectMany(each =>
            Expect(each, each["versioningConfiguration"]["status"], status => status.Text == "Enabled", $"Enabled, as {resource.Name} needs it"));
    }
}
