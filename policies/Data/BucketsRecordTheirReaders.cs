namespace Infra.Policies.Data;

public sealed class BucketsRecordTheirReaders() : CompanionRule(
    "s3-access-logging",
    Rank.Low,
    ResourceTypes.Bucket,
    ResourceTypes.BucketLogging,
    "bucket",
    "logging",
    "Without a record of reads nobody knows what a leaked credential has taken.",
    "add a BucketLogging with a targetBucket of its own",
    "S3.9", "CKV_AWS_18", "AVD-AWS-0089", "AwsSolutions-S1")
{
    // A log of the log would never end, and the distribution records who reads what it shows.
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) =>
        LogSinks.Holds(graph, resource) || Storefronts.Shows(graph, resource) ? [] : findings;
}
