namespace Infra.Policies.Messaging;

public sealed class QueuesHaveADeadLetterQueue() : Rule(
    "sqs-has-dlq",
    Rank.High,
    "A message that no worker can process comes back for ever, and holds up those behind it.",
    "give the queue a redrivePolicy with a dead-letter queue of the same kind",
    "AwsSolutions-SQS3")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Queue, .. ResourceTypes.RedrivePolicy];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var chains = QueueChains.Of(graph);
        foreach (var link in chains.Open) yield return Undetermined(link.Owner, link.Policy);
        if (chains.Open.Any()) yield break;
        foreach (var queue in graph.OfType(ResourceTypes.Queue).Where(queue => !chains.From(queue).Any() && !chains.To(queue).Any()))
            yield return Fail(queue, "redrivePolicy", "it has no dead-letter queue and is none");
    }
}
