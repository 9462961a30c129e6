namespace Infra.Policies.Data;

/// <summary>Buckets whose content a distribution shows to everyone.</summary>
internal sealed class Storefronts
{
    private readonly HashSet<ResourceNode> _buckets;

    private Storefronts(ResourceGraph graph) => _buckets = [.. graph.OfType(ResourceTypes.Distribution).SelectMany(distribution => Shown(graph, distribution))];

    public static bool Shows(ResourceGraph graph, ResourceNode bucket) => graph.Once(made => new Storefronts(made))._buckets.Contains(bucket);

    private static IEnumerable<ResourceNode> Shown(ResourceGraph graph, ResourceNode distribution) =>
        (distribution["origins"] is { IsUnknown: true } all ? [all] : distribution["origins"].Items.Select(origin => origin["domainName"]))
        .SelectMany(name => graph.Resolve(distribution, name, ResourceTypes.Bucket).Candidates);
}
