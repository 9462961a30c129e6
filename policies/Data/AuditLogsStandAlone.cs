namespace Infra.Policies.Data;

public sealed class AuditLogsStandAlone() : ResourceRule(
    "s3-audit-bucket-apart",
    Rank.Medium,
    ResourceTypes.Bucket,
    "Whoever may tidy up or read the logs of balancers and networks has the record of who did what in the account, too, if both are in one bucket.",
    "give the trail a bucket of its own")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. ResourceTypes.Trail, .. LogSinks.WriterTypes];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var trails = graph.PointingTo(resource, ResourceTypes.Bucket, ResourceTypes.Trail, "s3BucketName").ToList();
        var others = LogSinks.WritersInto(graph, resource).ToList();
        if (trails.Count == 0 || others.Count == 0) return [];
        var trail = trails.Find(each => Writes(each, "s3BucketName", resource, graph));
        var other = others.Find(each => Writes(each.Writer, each.Property, resource, graph));
        if (trail is not null && other.Writer is not null)
            return [Fail(resource, null, $"{trail.Name} writes the audit log into it, and {other.Writer.Name} its own log")];
        var (writer, property) = trail is null ? (trails[0], "s3BucketName") : others[0];
        return [Undetermined(writer, property, $"whether it writes into {resource.Name}, as another kind of log does, is not known before the deployment")];
    }

    private static bool Writes(ResourceNode writer, string property, ResourceNode bucket, ResourceGraph graph) =>
        graph.Resolve(writer, writer[property], ResourceTypes.Bucket).Target == bucket;
}
