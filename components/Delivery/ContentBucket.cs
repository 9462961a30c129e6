using Infra.Components.Storage;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Components.Delivery;

public sealed record ContentBucketArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>A private bucket of files for a distribution. It keeps versions; the distribution that reads it writes its policy.</summary>
public sealed class ContentBucket : ComponentResource
{
    private const int OldVersionDays = 30;

    public ContentBucket(string name, ContentBucketArgs args, ComponentResourceOptions? options = null)
        : base("infra:delivery:ContentBucket", name, options)
    {
        new Problems("ContentBucket", name).Add(CloudName.Bucket.Check(name)).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var region = args.Location.Region;
        var bucket = CreateBucket(name, args, child);
        Block = ClosedBucket.Close(name, region, bucket, child);
        // Keys of S3 itself: with a KMS key each file would need that key to let CloudFront in, too.
        ClosedBucket.Encrypt(name, region, bucket, child);
        KeptVersions.Keep(name, region, bucket, OldVersionDays, child);

        Region = region;
        BucketName = bucket.BucketName;
        Arn = bucket.Arn;
        // Not the website endpoint: that one speaks no TLS and takes no signed requests.
        DomainName = bucket.BucketRegionalDomainName;
        RegisterOutputs();
    }

    public string Region { get; }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("domainName")]
    public Output<string> DomainName { get; }

    internal BucketPublicAccessBlock Block { get; }

    private static Bucket CreateBucket(string name, ContentBucketArgs args, CustomResourceOptions child) =>
        new(name, new BucketArgs
        {
            Region = args.Location.Region,
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));
}
