namespace Infra.Policies.Deployment;

public sealed class ValkeySaysWhetherItIsEncrypted() : DeploymentRule(
    "deploy-cache-valkey-tls",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "AWS refuses a Valkey group that does not say whether its connections are encrypted.",
    "set transitEncryptionEnabled",
    "Amazon ElastiCache API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["engine"], engine => engine.Text == "valkey",
        Given(resource, resource["transitEncryptionEnabled"], "and the engine is valkey"));
}
