using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Components.Delivery;

public sealed record StaticSiteArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Its account; the regions are given apart.</summary>
    public required Location Location { get; init; }

    /// <summary>The region that files are uploaded to.</summary>
    public required string PrimaryRegion { get; init; }

    /// <summary>The region that holds the copy, which is asked when the first is broken.</summary>
    public required string ReplicaRegion { get; init; }

    public required SiteFolder Folder { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// Pages that were made in advance, in a bucket and in its copy in another region. A <see cref="Cdn"/> serves them by <see cref="Pages"/>.
/// </summary>
public sealed class StaticSite : ComponentResource, IObserved
{
    private const int DaySeconds = 24 * 3600;

    public StaticSite(string name, StaticSiteArgs args, ComponentResourceOptions? options = null)
        : base("infra:delivery:StaticSite", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var primary = CreateBucket($"{name}-{args.PrimaryRegion}", args, args.PrimaryRegion);
        var replica = CreateBucket($"{name}-{args.ReplicaRegion}", args, args.ReplicaRegion);
        var replication = Replicate(name, args, primary, replica, child);
        var files = args.Folder.Files.Select(file => Upload(name, args, file, primary, replication, child)).ToList();
        var function = CreateFunction(name, args, files, child);

        Release = args.Folder.Release;
        Telemetry = CdnTelemetry.OfFunction(name, args.Location, function.Name);
        Pages = new Behavior
        {
            Origin = new FailoverOrigin(name, OriginOf(name, primary), OriginOf(name, replica)),
            Caching = Caching.Files($"{name}-files", DaySeconds, 365 * DaySeconds),
            RequestFunctionArn = function.Arn,
        };
        RegisterOutputs();
    }

    public Behavior Pages { get; }

    /// <summary>Names the content that is served.</summary>
    [Output("release")]
    public string Release { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, StaticSiteArgs args) => new Problems("StaticSite", name)
        .Unless(Naming.IsWord(name) && name.Length <= 30, "Its name may hold lower-case words joined by hyphens, 30 characters at most.")
        .Add(new[] { args.PrimaryRegion, args.ReplicaRegion }.Where(region => !Location.IsRegion(region))
            .Select(region => $"'{region}' is no region; expected is a name such as eu-central-1."))
        .Unless(args.PrimaryRegion != args.ReplicaRegion, $"Both buckets would stand in {args.PrimaryRegion}; the copy belongs into another region.")
        .Add(args.Folder.Check());

    private ContentBucket CreateBucket(string bucketName, StaticSiteArgs args, string region) => new(bucketName, new()
    {
        Naming = args.Naming,
        Location = args.Location with { Region = region },
        DeletionProtection = args.DeletionProtection,
    }, new() { Parent = this });

    // The function never asks for the bucket itself, so a missing page may be told from a forbidden one.
    private static PushOrigin OriginOf(string name, ContentBucket bucket) => new($"{name}-{bucket.Region}", bucket) { TellsMissingFiles = true };

    private static BucketReplicationConfig Replicate(
        string name, StaticSiteArgs args, ContentBucket primary, ContentBucket replica, CustomResourceOptions child)
    {
        var role = new Role($"{name}-replication", new RoleArgs
        {
            Description = "Copies the files of a site to another region",
            AssumeRolePolicy = PolicyDocument.TrustOf("s3.amazonaws.com", new()
            {
                StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId },
            }).ToString(),
            Tags = args.Naming.Tags($"{name}-replication"),
        }, child);
        var policy = new RolePolicy($"{name}-replication", new RolePolicyArgs
        {
            Role = role.Name,
            Policy = Output.Tuple(primary.Arn, replica.Arn).Apply(arns => Copy(arns.Item1, arns.Item2).ToString()),
        }, child);

        return new BucketReplicationConfig($"{name}-{args.PrimaryRegion}-replication", new BucketReplicationConfigArgs
        {
            Region = args.PrimaryRegion,
            Bucket = primary.BucketName,
            Role = role.Arn,
            Rules = new BucketReplicationConfigRuleArgs
            {
                Id = args.ReplicaRegion,
                Priority = 1,
                Status = "Enabled",
                Filter = new BucketReplicationConfigRuleFilterArgs { Prefix = "" },
                DeleteMarkerReplication = new BucketReplicationConfigRuleDeleteMarkerReplicationArgs { Status = "Enabled" },
                Destination = new BucketReplicationConfigRuleDestinationArgs { Bucket = replica.Arn },
            },
            // Whole buckets: both must keep versions before one can copy to the other.
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { primary, replica, policy } }));
    }

    private static PolicyDocument Copy(string sourceArn, string targetArn) => new(
        new PolicyStatement { Sid = "ReadSettings", Action = ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource = [sourceArn] },
        new PolicyStatement
        {
            Sid = "ReadVersions",
            Action = ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
            Resource = [$"{sourceArn}/*"],
        },
        new PolicyStatement { Sid = "WriteCopies", Action = ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"], Resource = [$"{targetArn}/*"] });

    // Files of earlier releases stay: pages that a browser still shows go on asking for them.
    private static BucketObjectv2 Upload(
        string name, StaticSiteArgs args, SiteFile file, ContentBucket bucket, BucketReplicationConfig replication, CustomResourceOptions child) =>
        new($"{name}-{args.PrimaryRegion}-{file.Path}", new BucketObjectv2Args
        {
            Region = args.PrimaryRegion,
            Bucket = bucket.BucketName,
            Key = file.IsFingerprinted ? file.Path : $"{args.Folder.Release}/{file.Path}",
            Source = file.Content,
            SourceHash = file.Hash,
            ContentType = file.ContentType,
            CacheControl = file.CacheControl,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { replication }, RetainOnDelete = true }));

    // Changed last: it is what makes a release visible.
    private static Function CreateFunction(string name, StaticSiteArgs args, List<BucketObjectv2> files, CustomResourceOptions child) =>
        new(name, new FunctionArgs
        {
            Comment = $"Finds the files of {args.Naming.For(name)}",
            Runtime = "cloudfront-js-2.0",
            Code = SiteFunction.CodeFor(args.Folder.Release),
            Publish = true,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = files.ToList<Resource>() }));
}
