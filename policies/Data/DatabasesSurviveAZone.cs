namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack may well do without, and its preview should say so.</remarks>
public sealed class DatabasesSurviveAZone() : ResourceRule(
    "rds-multi-az",
    Rank.Medium,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster],
    "A database in one zone is down for as long as the zone is, and a broken disk is a restore from backup.",
    "set multiAz to true, or give the cluster a second instance",
    "RDS.5", "RDS.15", "CKV_AWS_157", "AwsSolutions-RDS3")
{
    public override IReadOnlyList<string> Types { get; } =
        [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster, .. ResourceTypes.DatabaseClusterInstance];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ResourceTypes.DatabaseCluster.Contains(resource.Type) ? CheckCluster(resource, graph)
        : DatabaseReplica.IsOne(resource) ? []
        : ExpectTrue(resource, resource["multiAz"]);

    // A cluster with an instance class of its own has three instances in three zones; a serverless one of the first version has none to count.
    private IEnumerable<Finding> CheckCluster(ResourceNode cluster, ResourceGraph graph)
    {
        if (!cluster["dbClusterInstanceClass"].IsAbsent) return [];
        var members = graph.PointingTo(cluster, ResourceTypes.DatabaseCluster, ResourceTypes.DatabaseClusterInstance, "clusterIdentifier").ToList();
        var certain = members.Count(member =>
            graph.Resolve(member, member["clusterIdentifier"], ResourceTypes.DatabaseCluster).State == ReferenceState.Resolved);
        if (certain >= 2) return [];
        return Unless(cluster, cluster["engineMode"], mode => mode.Text == "serverless",
            members.Count >= 2
                ? [Undetermined(cluster, "clusterIdentifier", $"whether {members[0].Name} belongs to it is not known before the deployment")]
                : [Fail(cluster, null, members.Count == 0 ? "it has no instance" : $"{members[0].Name} is its only instance")]);
    }
}
