namespace Infra.Policies.Deployment;

public sealed class FarReplicasHaveAKey() : DeploymentRule(
    "deploy-db-far-replica",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "AWS refuses an encrypted replica in another region that has no key there.",
    "set kmsKeyId to a key of the replica's region",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (source, region) = (resource["replicateSourceDb"], resource.Region);
        if (graph.Resolve(resource, source, ResourceTypes.DatabaseInstance).Target is not { } primary || region.IsAbsent
            || primary.Region.IsAbsent)
            return [];
        if (primary.Region.IsUnknown) return [Undetermined(primary, primary.Region)];
        return Unless(resource, region, here => here.Text == primary.Region.Text, If(primary, primary["storageEncrypted"], on => on.Truth is true,
            Given(resource, resource["kmsKeyId"], "and its source in another region is encrypted")));
    }
}
