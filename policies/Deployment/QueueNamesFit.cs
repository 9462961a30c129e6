namespace Infra.Policies.Deployment;

public sealed class QueueNamesFit() : DeploymentRule(
    "deploy-queue-name",
    Rank.High,
    ResourceTypes.Queue,
    "The provider refuses the name, or a setting that only ordered queues have.",
    "give at most 80 characters, ending in .fifo exactly for an ordered queue",
    "Amazon SQS API Reference, SetQueueAttributes, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        If(resource, resource["fifoQueue"], fifo => fifo.Truth is true,
            Matches(
                resource, resource["name"],
                name => name.Length <= 80 && name.EndsWith(".fifo", StringComparison.Ordinal),
                "at most 80 characters that end in .fifo"))
        .Concat(Unless(resource, resource["fifoQueue"], fifo => fifo.Truth is true,
            Matches(
                resource, resource["name"],
                name => name.Length <= 80 && !name.EndsWith(".fifo", StringComparison.Ordinal),
                "at most 80 characters that do not end in .fifo")
                .Concat(Expect(resource, resource["contentBasedDeduplication"], on => on.Truth is false, "false for an unordered queue", whenAbsent: true))))
        .DistinctBy(finding => finding.Property);
}
