using Infra.Policies.Identity;

namespace Infra.Policies.Data;

public sealed class BucketsDemandTls() : PlainTextRule(
    "s3-tls-only",
    Rank.High,
    ResourceTypes.Bucket,
    ResourceTypes.BucketPolicy,
    "bucket",
    ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"],
    "bucket policy",
    "A client that talks to the bucket in plain text shows its data, and its signature, to everyone on the way.",
    "deny every action to everyone where aws:SecureTransport is false, in the bucket's policy",
    "S3.5", "CKV_AWS_379", "AwsSolutions-S10")
{
    // The bucket's own ARN stands for listing it, and what follows the slash for the objects.
    protected override bool IsWhole(IReadOnlyList<string> resources) =>
        resources.Any(ConditionTest.IsAnything)
        || (resources.Any(resource => resource.EndsWith("/*", StringComparison.Ordinal))
            && resources.Any(resource => !resource.Contains('/', StringComparison.Ordinal)));
}
