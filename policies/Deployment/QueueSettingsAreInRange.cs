namespace Infra.Policies.Deployment;

public sealed class QueueSettingsAreInRange() : DeploymentRule(
    "deploy-queue-ranges",
    Rank.High,
    ResourceTypes.Queue,
    "The provider or AWS refuses other numbers.",
    "keep each setting within what Amazon SQS takes",
    "Amazon SQS API Reference, SetQueueAttributes, 2026-11")
{
    // A message may have a mebibyte since August 2025.
    private static readonly (string Property, int Least, int Most)[] Ranges =
    [
        ("delaySeconds", 0, 900), ("visibilityTimeoutSeconds", 0, 43_200), ("messageRetentionSeconds", 60, 1_209_600),
        ("maxMessageSize", 1_024, 1_048_576), ("receiveWaitTimeSeconds", 0, 20),
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Ranges.SelectMany(range => Within(resource, resource[range.Property], range.Least, range.Most));
}
