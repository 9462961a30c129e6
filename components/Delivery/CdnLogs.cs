using Infra.Components.Identity;
using Infra.Components.Storage;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Infra.Components.Delivery;

/// <summary>
/// Every request of a distribution, written to a bucket by CloudWatch's log delivery. The older way needs a bucket with access lists.
/// Its parts live in the region of global services (CloudFront developer guide, standard logging v2, read 2026-11).
/// </summary>
internal static class CdnLogs
{
    public static void Create(string name, CdnArgs args, Distribution distribution, Cdn parent)
    {
        var place = args.Location.Global();
        var logsName = $"{name}-logs-{place.Region}";
        var child = new CustomResourceOptions { Parent = parent };
        var bucket = new LogBucket(logsName, new LogBucketArgs
        {
            Naming = args.Naming,
            Location = place,
            RetentionDays = args.LogDays,
            DeletionProtection = args.DeletionProtection,
            Writer = bucketArn => [Writer(bucketArn, place)],
        }, new() { Parent = parent });

        var source = new LogDeliverySource(logsName, new LogDeliverySourceArgs
        {
            Region = place.Region,
            Name = args.Naming.Within(CloudName.LogDelivery, logsName),
            LogType = "ACCESS_LOGS",
            ResourceArn = distribution.Arn,
            Tags = args.Naming.Tags(logsName),
        }, child);
        var destination = new LogDeliveryDestination(logsName, new LogDeliveryDestinationArgs
        {
            Region = place.Region,
            Name = args.Naming.Within(CloudName.LogDelivery, logsName),
            OutputFormat = "json",
            DeliveryDestinationConfiguration = new LogDeliveryDestinationDeliveryDestinationConfigurationArgs { DestinationResourceArn = bucket.BucketArn },
            Tags = args.Naming.Tags(logsName),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { bucket } }));
        _ = new LogDelivery(logsName, new LogDeliveryArgs
        {
            Region = place.Region,
            DeliverySourceName = source.Name,
            DeliveryDestinationArn = destination.Arn,
            Tags = args.Naming.Tags(logsName),
        }, child);
    }

    // CloudWatch Logs user guide, logs sent to Amazon S3, read 2026-11.
    private static PolicyStatement Writer(string bucketArn, Location place) => new()
    {
        Sid = "WriteAccessLogs",
        Principal = PolicyPrincipal.Service("delivery.logs.amazonaws.com"),
        Action = ["s3:PutObject"],
        Resource = [$"{bucketArn}/AWSLogs/{place.AccountId}/*"],
        Condition = new()
        {
            StringEquals = new() { ["aws:SourceAccount"] = place.AccountId, ["s3:x-amz-acl"] = "bucket-owner-full-control" },
            ArnLike = new() { ["aws:SourceArn"] = place.Arn("logs", "delivery-source:*") },
        },
    };
}
