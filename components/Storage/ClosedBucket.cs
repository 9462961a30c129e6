using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using ByDefault = Pulumi.Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs;

namespace Infra.Components.Storage;

/// <summary>What every bucket gets, whatever is in it.</summary>
internal static class ClosedBucket
{
    /// <summary>No access lists, nothing public. S3 refuses a policy that arrives at the same time, so policies wait for the result.</summary>
    public static BucketPublicAccessBlock Close(string name, string region, Bucket bucket, CustomResourceOptions child)
    {
        _ = new BucketOwnershipControls(name, new BucketOwnershipControlsArgs
        {
            Region = region,
            Bucket = bucket.Id,
            Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, child);

        return new BucketPublicAccessBlock(name, new BucketPublicAccessBlockArgs
        {
            Region = region,
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, child);
    }

    /// <summary>With keys of S3 itself.</summary>
    public static void Encrypt(string name, string region, Bucket bucket, CustomResourceOptions child) =>
        Describe(name, region, bucket, new() { ApplyServerSideEncryptionByDefault = new ByDefault { SseAlgorithm = "AES256" } }, child);

    /// <summary>With a key of one's own, which S3 asks for once in a while rather than for each object.</summary>
    public static void EncryptWith(Input<string> keyArn, string name, string region, Bucket bucket, CustomResourceOptions child) =>
        Describe(name, region, bucket, new()
        {
            ApplyServerSideEncryptionByDefault = new ByDefault { SseAlgorithm = "aws:kms", KmsMasterKeyId = keyArn },
            BucketKeyEnabled = true,
        }, child);

    private static void Describe(
        string name, string region, Bucket bucket, BucketServerSideEncryptionConfigurationRuleArgs rule, CustomResourceOptions child) =>
        _ = new BucketServerSideEncryptionConfiguration(name, new() { Region = region, Bucket = bucket.Id, Rules = rule }, child);
}
