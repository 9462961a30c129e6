namespace Infra.Policies.Deployment;

public sealed class CacheKeysNeedEncryption() : DeploymentRule(
    "deploy-cache-key",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses a key for a cache that is not encrypted at rest.",
    "set atRestEncryptionEnabled to true",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource["kmsKeyId"].IsAbsent
        ? []
        : Unless(resource, resource["engine"], engine => engine.Text == "valkey" && resource["atRestEncryptionEnabled"].IsAbsent,
            ExpectTrue(resource, resource["atRestEncryptionEnabled"]));
}
