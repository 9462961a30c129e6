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

    public static IReadOnlyList<string> WriterTypes { get; } = [.. Writers.SelectMany(writer => writer.Types)];

    public static bool Holds(ResourceGraph graph, ResourceNode bucket) => WritersInto(graph, bucket).Any();

    public static IEnumerable<(ResourceNode Writer, string Property)> WritersInto(ResourceGraph graph, ResourceNode bucket) => Writers.SelectMany(
        writer => graph.PointingTo(bucket, ResourceTypes.Bucket, writer.Types, writer.Property).Select(node => (node, writer.Property)));
}
