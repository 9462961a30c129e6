namespace Infra.Policies.Data;

public sealed class ClustersCanBeWoundBack() : ResourceRule(
    "aurora-backtrack",
    Rank.Medium,
    ResourceTypes.DatabaseCluster,
    "Undoing a wrong statement by restoring a backup takes a new cluster and hours; winding back takes minutes in place.",
    "set backtrackWindow to some hours, when the cluster is made: it cannot be switched on later",
    "RDS.14", "CKV_AWS_326", "AwsSolutions-RDS14")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.DatabaseCluster, .. ResourceTypes.GlobalCluster];

    // Only Aurora MySQL winds back, and not in a global database (AWS Prescriptive Guidance, "Aurora global databases", read 2026-11).
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["engine"], engine => engine.Text is not ("aurora" or "aurora-mysql"),
        Unless(resource, resource["engineMode"], mode => mode.Text == "serverless",
            IsGlobal(resource, graph) ? [] : Expect(resource, resource["backtrackWindow"], seconds => seconds.Number > 0, "a number of seconds")));

    private static bool IsGlobal(ResourceNode cluster, ResourceGraph graph) => !cluster["globalClusterIdentifier"].IsAbsent
        || graph.PointingTo(cluster, ResourceTypes.DatabaseCluster, ResourceTypes.GlobalCluster, "sourceDbClusterIdentifier").Any();
}
