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
        var others = LogSinks.Into(graph, resource).ToList();
        if (trails.Count == 0 || others.Count == 0) return [];
        var trail = trails.Find(each => graph.Resolve(each, each["s3BucketName"], ResourceTypes.Bucket).Target == resource);
        var other = others.Find(each => each.Verdict == Verdict.Pass);
        if (trail is not null && other.Log is not null)
            return [Fail(resource, null, $"{trail.Name} writes the audit log into it, and {other.Log.Name} its own log")];
        var (writer, property) = trail is null ? (trails[0], "s3BucketName") : (others[0].Log, others[0].Property);
        var message = $"whether {trails[0].Name} and {others[0].Log.Name} both write into {resource.Name} is not known before the deployment";
        return [Undetermined(writer, property, message, resource.Name)];
    }
}
