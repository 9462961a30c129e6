using Infra.Policies.Reachability;

namespace Infra.Policies;

/// <summary>How far the internet gets, from one thing to the next.</summary>
public static class InternetPaths
{
    /// <summary>Everything that can be reached, by its URN; each by the shortest way.</summary>
    public static IReadOnlyList<InternetPath> Of(ResourceGraph graph) => graph.Once(Find);

    private static IReadOnlyList<InternetPath> Find(ResourceGraph graph)
    {
        var passages = Passages.In(graph);
        var reached = new Dictionary<ResourceNode, InternetPath>();
        var open = new Queue<ResourceNode>();
        foreach (var entry in PublicEntry.Of(graph)) Reach(entry.Node, new([passages.HopTo(entry.Node, entry.Traffic)], entry.IsCertain));
        while (open.TryDequeue(out var from))
            foreach (var next in passages.From(from))
                Reach(next.Node, new([.. reached[from].Hops, passages.HopTo(next.Node, next.Traffic)], reached[from].IsCertain && next.IsCertain));
        return [.. reached.Values.OrderBy(path => path.Target.Urn, StringComparer.Ordinal)];

        // Certain ways first, so that a doubtful one of the same length does not stand for a certain one.
        void Reach(ResourceNode node, InternetPath path)
        {
            if (reached.TryAdd(node, path)) open.Enqueue(node);
        }
    }
}
