namespace Infra.Policies.Data;

public sealed class BucketsBlockPublicAccess() : Rule(
    "s3-public-access-blocked",
    Rank.Critical,
    "One wrong statement or one old ACL is enough to publish a bucket that has no block.",
    "add a BucketPublicAccessBlock with all four settings true for the bucket",
    "S3.8", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6", "AVD-AWS-0086", "AVD-AWS-0087", "AVD-AWS-0091",
    "AVD-AWS-0093", "AVD-AWS-0094", "AwsSolutions-S2")
{
    private static readonly string[] Settings = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Bucket, .. ResourceTypes.BucketPublicAccessBlock];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var accounts = graph.OfType(ResourceTypes.AccountPublicAccessBlock)
            .Where(block => Settings.All(setting => block[setting] is { Truth: true } or { IsUnknown: true })).ToList();
        if (accounts.Exists(block => Settings.All(setting => block[setting].IsKnown))) return [];
        var findings = graph.OfType(ResourceTypes.Bucket).SelectMany(bucket => Check(bucket, graph)).ToList();
        return findings.Count == 0 ? [] : accounts.Count == 0 ? findings : accounts.Select(InDoubt);
    }

    private Finding InDoubt(ResourceNode account) => Undetermined(account, Settings.Select(setting => account[setting]).First(setting => setting.IsUnknown));

    private IEnumerable<Finding> Check(ResourceNode bucket, ResourceGraph graph)
    {
        var blocks = graph.PointingTo(bucket, ResourceTypes.Bucket, ResourceTypes.BucketPublicAccessBlock, "bucket").ToList();
        if (blocks.Count == 0) return [Fail(bucket, null, "no public access block names it")];
        var certain = blocks.Find(block => graph.Resolve(block, block["bucket"], ResourceTypes.Bucket).Target == bucket);
        return certain is null
            ? [Undetermined(bucket, "bucket", $"whether {blocks[0].Name} is its public access block is not known before the deployment")]
            : Settings.SelectMany(setting => Check(certain, certain[setting]));
    }

    private IEnumerable<Finding> Check(ResourceNode block, PropertyValue setting)
    {
        if (setting.IsUnknown) yield return Undetermined(block, setting);
        else if (setting.Truth is not true) yield return Fail(block, setting.Path, $"{setting.Path} is {setting}, not true");
    }
}
