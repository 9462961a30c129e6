namespace Infra.Policies.Deployment;

public sealed class ShardsFit() : DeploymentRule(
    "deploy-cache-shards",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses shards beside a number of nodes, and AWS refuses shards that cannot fail over.",
    "leave numCacheClusters out, set automaticFailoverEnabled, and replicasPerNodeGroup to 0 to 5",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        NotBoth(resource, resource["numNodeGroups"], resource["numCacheClusters"])
            .Concat(If(resource, resource["numNodeGroups"], shards => shards.Number > 1, ExpectTrue(resource, resource["automaticFailoverEnabled"])))
            .Concat(Within(resource, resource["replicasPerNodeGroup"], 0, 5));
}
