namespace Infra.Policies.Cloudflare;

/// <summary>Whether visitors of a zone pass by Cloudflare's proxy: those of a zone that only answers DNS questions never meet its settings.</summary>
internal static class ZoneTraffic
{
    public static IReadOnlyList<string> Types { get; } =
        [.. CloudflareTypes.Zone, .. CloudflareTypes.Record, .. CloudflareTypes.LoadBalancer, .. CloudflareTypes.Worker];

    private static IReadOnlyList<string> Names { get; } = [.. CloudflareTypes.Record, .. CloudflareTypes.LoadBalancer];

    /// <summary>What is found, unless the zone only answers DNS questions; a zone without a name in this program has its names elsewhere.</summary>
    /// <param name="zone">Made by the program.</param>
    /// <param name="graph">The program.</param>
    /// <param name="findings">What there is to say if it is more.</param>
    /// <param name="doubt">Says that a value is not known.</param>
    public static IEnumerable<Finding> Scope(
        ResourceNode zone, ResourceGraph graph, IEnumerable<Finding> findings, Func<ResourceNode, PropertyValue, Finding> doubt)
    {
        var (paused, type) = (zone["paused"], zone["type"]);
        if (paused.Truth is true || type.Text == "internal") return [];
        var found = findings.ToList();
        if (found.Count == 0) return [];
        if (paused.IsUnknown || type.IsUnknown) return [doubt(zone, paused.IsUnknown ? paused : type)];

        var names = graph.PointingTo(zone, CloudflareTypes.Zone, Names, "zoneId").ToList();
        var workers = graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.Worker, "zoneId").ToList();
        if (names.Count + workers.Count == 0 || workers.Exists(IsCertain) || names.Exists(name => IsCertain(name) && name["proxied"].Truth is true))
            return found;
        if (workers.Count > 0) return [doubt(workers[0], workers[0]["zoneId"])];
        return names.Find(name => name["proxied"] is { IsUnknown: true } or { Truth: true }) is { } open
            ? [doubt(open, open["proxied"].IsUnknown ? open["proxied"] : open["zoneId"])]
            : [];

        bool IsCertain(ResourceNode node) => graph.Resolve(node, node["zoneId"], CloudflareTypes.Zone).Target == zone;
    }
}
