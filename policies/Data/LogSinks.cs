namespace Infra.Policies.Data;

/// <summary>Buckets into which a service of AWS writes its logs: each object is written once, by a writer that never overwrites.</summary>
internal static class LogSinks
{
    private static readonly Writer[] Writers =
    [
        new(ResourceTypes.LoadBalancer, "accessLogs.bucket", "accessLogs.enabled"),
        new(ResourceTypes.LoadBalancer, "connectionLogs.bucket", "connectionLogs.enabled"),
        new(ResourceTypes.BucketLogging, "targetBucket"),
        new(ResourceTypes.Bucket, "logging.targetBucket"),
        new(ResourceTypes.FlowLog, "logDestination"),
        new(ResourceTypes.Distribution, "loggingConfig.bucket"),
        new(["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"], "deliveryDestinationConfiguration.destinationResourceArn"),
        new(["aws:synthetics/canary:Canary"], "artifactS3Location"),
    ];

    public static IReadOnlyList<string> WriterTypes { get; } = [.. Writers.SelectMany(writer => writer.Types).Distinct()];

    public static bool Holds(ResourceGraph graph, ResourceNode bucket) =>
        Array.Exists(Writers, writer => graph.PointingTo(bucket, ResourceTypes.Bucket, writer.Types, writer.Property).Any());

    /// <summary>What writes its log into a bucket: certainly, or perhaps, because where or whether it does is not known.</summary>
    public static IEnumerable<(ResourceNode Log, string Property, Verdict Verdict)> Into(ResourceGraph graph, ResourceNode bucket) =>
        from writer in Writers
        from log in graph.PointingTo(bucket, ResourceTypes.Bucket, writer.Types, writer.Property)
        let isOn = writer.Switch is null ? Verdict.Pass : log[writer.Switch] is { IsUnknown: true } ? Verdict.Undetermined
            : log[writer.Switch].Truth is true ? Verdict.Pass : Verdict.Fail
        where isOn != Verdict.Fail
        let isHere = graph.Resolve(log, log[writer.Property], ResourceTypes.Bucket).Target == bucket
        select isHere ? (log, isOn == Verdict.Pass ? writer.Property : writer.Switch!, isOn) : (log, writer.Property, Verdict.Undetermined);

    /// <param name="Types">Of the resources that write.</param>
    /// <param name="Property">The bucket.</param>
    /// <param name="Switch">Whether it writes at all; null if it always does.</param>
    private sealed record Writer(IReadOnlyList<string> Types, string Property, string? Switch = null);
}
