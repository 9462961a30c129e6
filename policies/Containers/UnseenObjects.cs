namespace Infra.Policies.Containers;

/// <summary>Charts and files that may hold what a rule looks for, and of which a preview sees nothing.</summary>
internal static class UnseenObjects
{
    /// <summary>One that may put an object into a namespace; null if there is none. A release puts its objects into its own.</summary>
    public static ResourceNode? In(NamespacePlace place, ResourceGraph graph) =>
        graph.OfType(ResourceTypes.HelmRelease).FirstOrDefault(release => NamespacePlace.Of(release, graph).Is(place) is not false)
        ?? graph.Once(Unread).FirstOrDefault();

    private static List<ResourceNode> Unread(ResourceGraph graph)
    {
        var parents = graph.Nodes.Select(node => node.Parent).ToHashSet(StringComparer.Ordinal);
        return [.. graph.OfType(ResourceTypes.KubernetesBundle).Where(bundle => !parents.Contains(bundle.Urn))];
    }
}
