namespace Infra.Policies.Messaging;

/// <summary>Which queue gives up its messages to which, as far as that is known.</summary>
internal sealed class QueueChains
{
    private readonly List<QueueLink> _links;

    private QueueChains(List<QueueLink> links) => _links = links;

    /// <summary>The properties that name a dead-letter queue which is not known.</summary>
    public IEnumerable<QueueLink> Open => _links.Where(link => link.Target is null && link.Policy.IsUnknown);

    public IEnumerable<QueueLink> From(ResourceNode queue) => _links.Where(link => link.Source == queue);

    public IEnumerable<QueueLink> To(ResourceNode queue) => _links.Where(link => link.Target == queue);

    public IEnumerable<QueueLink> Known => _links.Where(link => link.Target is not null);

    public static QueueChains Of(ResourceGraph graph)
    {
        var inline = graph.OfType(ResourceTypes.Queue).Select(queue => (Source: (ResourceNode?)queue, Owner: queue));
        var standalone = graph.OfType(ResourceTypes.RedrivePolicy)
            .Select(policy => (Source: graph.Resolve(policy, policy["queueUrl"], ResourceTypes.Queue).Target, Owner: policy));
        return new([.. inline.Concat(standalone)
            .Where(entry => entry.Source is not null && !entry.Owner["redrivePolicy"].IsAbsent)
            .Select(entry => LinkOf(graph, entry.Source!, entry.Owner))]);
    }

    private static QueueLink LinkOf(ResourceGraph graph, ResourceNode source, ResourceNode owner)
    {
        var policy = owner["redrivePolicy"];
        var terms = policy.AsObject();
        var target = terms is { } known
            ? graph.Resolve(owner, known["deadLetterTargetArn"], ResourceTypes.Queue).Target
            : policy.IsUnknown ? OnlyOther(graph, source, owner) : null;
        return new(source, owner, policy, target, terms?["maxReceiveCount"]);
    }

    private static ResourceNode? OnlyOther(ResourceGraph graph, ResourceNode source, ResourceNode owner)
    {
        var others = owner.DependenciesOf("redrivePolicy").Select(graph.Find).OfType<ResourceNode>()
            .Where(node => node != source && ResourceTypes.Queue.Contains(node.Type)).ToList();
        return others is [var only] ? only : null;
    }
}

/// <summary>A queue, the one that takes what it cannot deliver, and where that is said.</summary>
internal sealed record QueueLink(ResourceNode Source, ResourceNode Owner, PropertyValue Policy, ResourceNode? Target, PropertyValue? MaxReceives);
