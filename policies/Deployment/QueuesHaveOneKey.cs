namespace Infra.Policies.Deployment;

public sealed class QueuesHaveOneKey() : DeploymentRule(
    "deploy-queue-key-once",
    Rank.High,
    ResourceTypes.Queue,
    "The provider refuses a key beside SQS's own encryption.",
    "set kmsMasterKeyId or sqsManagedSseEnabled",
    "Amazon SQS API Reference, SetQueueAttributes, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource["kmsMasterKeyId"] is { IsAbsent: true } or { Text: "" }
        ? []
        : Expect(resource, Asked(resource, resource["sqsManagedSseEnabled"]), on => on.Truth is false, "left out beside kmsMasterKeyId", whenAbsent: true);
}
