namespace Infra.Policies.Deployment;

public sealed class CacheNodesCanDoWhatIsAsked() : DeploymentRule(
    "deploy-cache-node",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "AWS refuses failover on the first T generations, and nodes with a local disk that do not use it.",
    "take a newer node type, or set dataTieringEnabled for r6gd nodes",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (type, failover, tiering) = (resource["nodeType"], resource["automaticFailoverEnabled"], resource["dataTieringEnabled"]);
        return If(resource, failover, on => on.Truth is true, Matches(resource, type, CanFailOver(resource), "of a generation that fails over"))
            .Concat(If(resource, type, node => node.Text?.StartsWith("cache.r6gd.", StringComparison.Ordinal) is true,
                ExpectTrue(resource, tiering)));
    }

    // T2 can, where keys are divided among shards.
    private static Func<string, bool> CanFailOver(ResourceNode cache) => type => !type.StartsWith("cache.t1.", StringComparison.Ordinal)
        && (!type.StartsWith("cache.t2.", StringComparison.Ordinal) || !cache["numNodeGroups"].IsAbsent);
}
