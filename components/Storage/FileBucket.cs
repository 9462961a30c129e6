using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Components.Storage;

public sealed record FileBucketArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Of the objects; it must outlive them.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>How long a file that was deleted or written over can be brought back.</summary>
    public required int OldVersionDays { get; init; }

    /// <summary>How long it is known who read what.</summary>
    public required int AccessLogDays { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>A private bucket for files that people and machines bring, encrypted with a key of one's own. It keeps versions, and records its readers.</summary>
public sealed class FileBucket : ComponentResource
{
    public FileBucket(string name, FileBucketArgs args, ComponentResourceOptions? options = null)
        : base("infra:storage:FileBucket", name, options)
    {
        new Problems("FileBucket", name).Add(Check(name, args.OldVersionDays)).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var bucket = CreateBucket(name, args, child);
        var block = ClosedBucket.Close(name, args.Location.Region, bucket, child);
        ClosedBucket.EncryptWith(args.KeyArn, name, args.Location.Region, bucket, child);
        KeptVersions.Keep(name, args.Location.Region, bucket, args.OldVersionDays, child);
        DemandTls(name, args, bucket, block, child);
        RecordReaders(name, args, bucket, CreateAccessLog(name, args), child);

        BucketName = bucket.BucketName;
        BucketArn = bucket.Arn;
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    [Output("bucketArn")]
    public Output<string> BucketArn { get; }

    /// <summary>What keeps a bucket of this name from being built, for those who make one; nothing if it is fine.</summary>
    public static IEnumerable<string> Check(string name, int oldVersionDays)
    {
        foreach (var problem in CloudName.Bucket.Check(LogName(name)))
            yield return problem;
        if (oldVersionDays < 1)
            yield return $"OldVersionDays is {oldVersionDays}; expected is at least 1.";
    }

    private static string LogName(string name) => $"{name}-access";

    private static Bucket CreateBucket(string name, FileBucketArgs args, CustomResourceOptions child) =>
        new(name, new BucketArgs
        {
            Region = args.Location.Region,
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    // S3 refuses a policy and an access block that arrive at the same time, so one waits for the other.
    private static void DemandTls(string name, FileBucketArgs args, Bucket bucket, BucketPublicAccessBlock block, CustomResourceOptions child) =>
        _ = new BucketPolicy(name, new BucketPolicyArgs
        {
            Region = args.Location.Region,
            Bucket = bucket.Id,
            Policy = bucket.Arn.Apply(arn => new PolicyDocument(PolicyStatement.DenyPlainHttp(arn)).ToString()),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { block } }));

    // The condition keeps others from filling it.
    private LogBucket CreateAccessLog(string name, FileBucketArgs args) => new(LogName(name), new()
    {
        Naming = args.Naming,
        Location = args.Location,
        RetentionDays = args.AccessLogDays,
        DeletionProtection = args.DeletionProtection,
        Writer = arn =>
        [
            new PolicyStatement
            {
                Sid = "WriteAccessLog",
                Principal = PolicyPrincipal.Service("logging.s3.amazonaws.com"),
                Action = ["s3:PutObject"],
                Resource = [$"{arn}/*"],
                Condition = new() { StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId } },
            },
        ],
    }, new() { Parent = this });

    private static void RecordReaders(string name, FileBucketArgs args, Bucket bucket, LogBucket log, CustomResourceOptions child) =>
        _ = new BucketLogging(name, new Pulumi.Aws.S3.BucketLoggingArgs
        {
            Region = args.Location.Region,
            Bucket = bucket.Id,
            TargetBucket = log.BucketName,
            TargetPrefix = "",
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { log } }));
}
