namespace Infra.Policies.Data;

/// <summary>Buckets into which a service of AWS writes its logs: each object is written once, by a writer that never overwrites.</summary>
internal static class LogSinks
{
    private static readonly LogWriter[] Writers =
    [
        LogWriter.Visits,
        LogWriter.Connections,
        LogWriter.Traffic,
        LogWriter.Deliveries,
        new(ResourceTypes.BucketLogging, "targetBucket"),
        new(ResourceTypes.Bucket, "logging.targetBucket"),
        new(ResourceTypes.Distribution, "loggingConfig.bucket"),
        new(["aws:synthetics/canary:Canary"], "artifactS3Location"),
    ];

    public static IReadOnlyList<string> WriterTypes { get; } = [.. Writers.SelectMany(writer => writer.Types).Distinct()];

    public static bool Holds(ResourceGraph graph, ResourceNode bucket) =>
        Array.Exists(Writers, writer => graph.PointingTo(bucket, ResourceTypes.Bucket, writer.Types, writer.Property).Any());

    /// <summary>What writes its log into a bucket: certainly, or perhaps, because where or whether it does is not known.</summary>
    public static IEnumerable<(ResourceNode Log, string Property, Verdict Verdict)> Into(ResourceGraph graph, ResourceNode bucket) =>
        from writer in Writers
        from log in graph.PointingTo(bucket, ResourceTypes.Bucket, writer.Types, writer.Property)
        let isOn = writer.IsOn(log)
        where isOn != Verdict.Fail
        let isHere = graph.Resolve(log, log[writer.Property], ResourceTypes.Bucket).Target == bucket
        select (log, isHere && isOn == Verdict.Undetermined ? writer.Switch! : writer.Property, isHere ? isOn : Verdict.Undetermined);
}
