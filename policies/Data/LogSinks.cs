namespace Infra.Policies.Data;

/// <summary>Buckets into which a service of AWS writes its logs: each object is written once, by a writer that never overwrites.</summary>
internal static class LogSinks
{
    private static readonly (IReadOnlyList<string> Types, string Property)[] Writers =
    [
        (ResourceTypes.LoadBalancer, "accessLogs.bucket"),
        (ResourceTypes.BucketLogging, "targetBucket"),
        (ResourceTypes.FlowLog, "logDestination"),
        (ResourceTypes.Distribution, "loggingConfig.bucket"),
        (["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"], "deliveryDestinationConfiguration.destinationResourceArn"),
        (["aws:synthetics/canary:Canary"], "artifactS3Location"),
    ];

    public static bool Holds(ResourceGraph graph, ResourceNode bucket) =>
        Array.Exists(Writers, writer => graph.PointingTo(bucket, ResourceTypes.Bucket, writer.Types, writer.Property).Any());
}
