namespace Infra.Policies.Messaging;

public sealed class DeadLettersOutliveTheirQueue() : Rule(
    "queue-dlq-retention",
    Rank.Medium,
    "A message keeps its age when it moves, so a dead-letter queue that keeps no longer than its source deletes before anyone has looked.",
    "set messageRetentionSeconds of the dead-letter queue to 1209600, the most there is")
{
    // Four days, unless told otherwise (Amazon SQS API Reference, SetQueueAttributes, read 2026-11).
    private const int DefaultRetention = 345_600;

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Queue, .. ResourceTypes.RedrivePolicy];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        foreach (var link in QueueChains.Of(graph).Known)
        {
            var (source, target) = (link.Source["messageRetentionSeconds"], link.Target!["messageRetentionSeconds"]);
            if (target.IsUnknown) yield return Undetermined(link.Target, target);
            else if (source.IsUnknown) yield return Undetermined(link.Source, source);
            else if ((target.Number ?? DefaultRetention) <= (source.Number ?? DefaultRetention))
                yield return Fail(link.Target, target.Path, $"it keeps messages no longer than {link.Source.Name}, whose dead letters it takes");
        }
    }
}
