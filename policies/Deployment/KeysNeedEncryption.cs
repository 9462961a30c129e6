namespace Infra.Policies.Deployment;

public sealed class KeysNeedEncryption() : DeploymentRule(
    "deploy-db-key",
    Rank.High,
    ResourceTypes.Databases,
    "AWS refuses a key for storage that is not encrypted.",
    "set storageEncrypted to true",
    "Amazon RDS API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource["kmsKeyId"].IsAbsent || !resource["replicateSourceDb"].IsAbsent ? [] : ExpectTrue(resource, resource["storageEncrypted"]);
}
