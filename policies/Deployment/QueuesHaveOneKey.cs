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
        Unless(resource, Asked(resource, resource["kmsMasterKeyId"]), key => key.IsLeftOut, Expect(
            resource, resource["sqsManagedSseEnabled"], on => on.Truth is false, "left out beside kmsMasterKeyId", whenAbsent: true));
}
