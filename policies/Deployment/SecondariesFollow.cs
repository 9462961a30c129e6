namespace Infra.Policies.Deployment;

public sealed class SecondariesFollow() : DeploymentRule(
    "deploy-cache-secondary",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "AWS refuses sizes of its own for a cache that follows another region's.",
    "leave nodeType and numNodeGroups out",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Asked(resource, resource["globalReplicationGroupId"]).IsAbsent
        ? []
        : LeftOut(resource, resource["nodeType"], "of a secondary").Concat(LeftOut(resource, resource["numNodeGroups"], "of a secondary"));
}
