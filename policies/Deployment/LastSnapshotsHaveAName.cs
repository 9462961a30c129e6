namespace Infra.Policies.Deployment;

public sealed class LastSnapshotsHaveAName() : DeploymentRule(
    "deploy-db-final-snapshot",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "Deleting fails: a database that leaves a snapshot must name it, and a replica leaves none.",
    "set finalSnapshotIdentifier, or skipFinalSnapshot for a replica",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource["replicateSourceDb"].IsAbsent
        ? Unless(resource, resource["skipFinalSnapshot"], skip => skip.Truth is true,
            Given(resource, resource["finalSnapshotIdentifier"], "and skipFinalSnapshot is not"))
        : LeftOut(resource, resource["finalSnapshotIdentifier"], "of a replica");
}
