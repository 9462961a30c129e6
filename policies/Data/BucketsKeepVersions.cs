namespace Infra.Policies.Data;

public sealed class BucketsKeepVersions() : CompanionRule(
    "s3-versioned",
    Rank.Medium,
    ResourceTypes.Bucket,
    ResourceTypes.BucketVersioning,
    "bucket",
    "versioning",
    "Without versions an overwritten or deleted object is gone.",
    "add a BucketVersioning with status Enabled",
    "S3.14", "CKV_AWS_21", "AVD-AWS-0090")
{
    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion) =>
        Expect(companion, companion["versioningConfiguration"]["status"], status => status.Text == "Enabled", "Enabled");

    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) =>
        LogSinks.Holds(graph, resource) ? [] : findings;
}
