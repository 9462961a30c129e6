namespace Infra.Policies.Deployment;

public sealed class CacheClustersFit() : DeploymentRule(
    "deploy-cache-cluster",
    Rank.High,
    ["aws:elasticache/cluster:Cluster"],
    "AWS refuses Valkey and long names here, nodes in zones that are not there, and snapshots of Memcached.",
    "make a replication group for Valkey, give at most 50 characters, more than one node for cross-az, one zone for each node, and no snapshots",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (engine, nodes, zones) = (resource["engine"], resource["numCacheNodes"], resource["preferredAvailabilityZones"]);
        return Expect(resource, engine, name => name.Text != "valkey", "redis or memcached", whenAbsent: true)
            .Concat(Matches(resource, resource["clusterId"], id => id.Length <= 50, "at most 50 characters"))
            .Concat(If(resource, resource["azMode"], mode => mode.Text == "cross-az",
                Expect(resource, nodes, count => count.Number > 1, "more than 1 for cross-az")))
            .Concat(zones.IsAbsent ? [] : zones.IsUnknown ? [Undetermined(resource, zones)]
                : Expect(resource, nodes, count => count.Number == zones.Items.Count(), $"{zones.Items.Count()}, as many as its zones"))
            .Concat(If(resource, engine, name => name.Text == "memcached",
                Expect(resource, resource["snapshotRetentionLimit"], days => days.Number == 0, "left out for memcached", whenAbsent: true)))
            .DistinctBy(finding => finding.Property);
    }
}
