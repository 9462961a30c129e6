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

    private (string Cdn, string Origin)? _reader;

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

    /// <summary>
    /// Makes an origin the one that reads it, and says what stands against it: each reader writes the bucket's policy, and the last would replace all others.
    /// </summary>
    internal IEnumerable<string> Claim(string cdn, string origin)
    {
        _reader ??= (cdn, origin);
        if (_reader is not { } reader || reader == (cdn, origin)) yield break;

        yield return $"The origin '{origin}' reads the bucket '{GetResourceName()}', which the origin '{reader.Origin}' of Cdn '{reader.Cdn}' reads already; "
            + $"a bucket has one policy, which lets one origin in. {(reader.Cdn == cdn ? $"Use the origin '{reader.Origin}' in its place, or give" : "Give")} "
            + "this one a ContentBucket of its own.";
    }

    private static Bucket CreateBucket(string name, ContentBucketArgs args, CustomResourceOptions child) =>
        new(name, new BucketArgs
        {
            Region = args.Location.Region,
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));
}
