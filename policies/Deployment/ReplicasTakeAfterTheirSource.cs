namespace Infra.Policies.Deployment;

public sealed class ReplicasTakeAfterTheirSource() : DeploymentRule(
    "deploy-db-replica-fields",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "The provider refuses a replica with an administrator or a database of its own.",
    "leave username and dbName out of a replica",
    "Amazon RDS API Reference, 2026-11")
{
    private static readonly string[] FromTheSource = ["username", "dbName"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource["replicateSourceDb"].IsAbsent
        ? []
        : FromTheSource.SelectMany(property => Asked(resource, resource[property]) switch
        {
            { IsAbsent: true } => [],
            { IsUnknown: true } unknown => [Undetermined(resource, unknown)],
            var given => (IEnumerable<Finding>)[Fail(resource, given.Path, $"{given.Path} is given, and it is a replica")],
        });
}
