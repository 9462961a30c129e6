using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Components.Storage;

public sealed record LogBucketArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required int RetentionDays { get; init; }

    /// <summary>What the names of objects that expire begin with; empty means all.</summary>
    public string ExpiringPrefix { get; init; } = "";

    public required bool DeletionProtection { get; init; }

    /// <summary>Which service may write which objects, given the bucket's ARN.</summary>
    public required Func<string, IReadOnlyList<PolicyStatement>> Writer { get; init; }
}

/// <summary>
/// A private bucket that one service of AWS writes logs to. Depend on it as a whole: its policy must stand before the writer.
/// </summary>
public sealed class LogBucket : ComponentResource
{
    public LogBucket(string name, LogBucketArgs args, ComponentResourceOptions? options = null)
        : base("infra:storage:LogBucket", name, options)
    {
        new Problems("LogBucket", name)
            .Add(CloudName.Bucket.Check(name))
            .Unless(args.RetentionDays >= 1, $"RetentionDays is {args.RetentionDays}; expected is at least 1.")
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var bucket = CreateBucket(name, args, child);
        var block = ClosedBucket.Close(name, args.Location.Region, bucket, child);
        // Keys of S3 itself: load balancers cannot write where a KMS key is the default.
        ClosedBucket.Encrypt(name, args.Location.Region, bucket, child);
        ExpireObjects(name, args, bucket, child);
        AllowWriter(name, args, bucket, block, child);

        BucketName = bucket.BucketName;
        BucketArn = bucket.Arn;
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    [Output("bucketArn")]
    public Output<string> BucketArn { get; }

    private static Bucket CreateBucket(string name, LogBucketArgs args, CustomResourceOptions child) =>
        new(name, new BucketArgs
        {
            Region = args.Location.Region,
            // A bucket with logs in it could not be deleted otherwise.
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    private static void ExpireObjects(string name, LogBucketArgs args, Bucket bucket, CustomResourceOptions child) =>
        _ = new BucketLifecycleConfiguration(name, new BucketLifecycleConfigurationArgs
        {
            Region = args.Location.Region,
            Bucket = bucket.Id,
            Rules = new BucketLifecycleConfigurationRuleArgs
            {
                Id = "expire",
                Status = "Enabled",
                Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = args.ExpiringPrefix },
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = args.RetentionDays },
                // Of use only where somebody keeps versions.
                NoncurrentVersionExpiration =
                    new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = args.RetentionDays },
                AbortIncompleteMultipartUpload =
                    new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 7 },
            },
        }, child);

    // S3 refuses a policy and an access block that arrive at the same time, so one waits for the other.
    private static void AllowWriter(
        string name, LogBucketArgs args, Bucket bucket, BucketPublicAccessBlock block, CustomResourceOptions child) =>
        _ = new BucketPolicy(name, new BucketPolicyArgs
        {
            Region = args.Location.Region,
            Bucket = bucket.Id,
            Policy = bucket.Arn.Apply(arn => new PolicyDocument([PolicyStatement.DenyPlainHttp(arn), .. args.Writer(arn)]).ToString()),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { block } }));
}
