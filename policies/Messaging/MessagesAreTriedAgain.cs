namespace Infra.Policies.Messaging;

public sealed class MessagesAreTriedAgain() : Rule(
    "queue-dlq-max-receives",
    Rank.Medium,
    "One try turns every restart of a worker into dead letters, and hundreds of tries hide a broken message for hours.",
    "set maxReceiveCount in the redrivePolicy to 2 to 20")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Queue, .. ResourceTypes.RedrivePolicy];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var chains = QueueChains.Of(graph);
        foreach (var link in chains.Known.Concat(chains.Open))
        {
            if (link.Policy.IsUnknown) yield return Undetermined(link.Owner, link.Policy);
            else if (link.MaxReceives is { IsUnknown: true } unknown) yield return Undetermined(link.Owner, unknown);
            else if (link.MaxReceives?.Number is not (>= 2 and <= 20))
                yield return Fail(link.Owner, link.Policy.Path, $"maxReceiveCount is {link.MaxReceives}, not 2 to 20");
        }
    }
}
