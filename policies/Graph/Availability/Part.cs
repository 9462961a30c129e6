namespace Infra.Policies.Availability;

/// <summary>Something that serves, and how many copies of it run where.</summary>
/// <param name="Node">The resource.</param>
/// <param name="Zones">Where it can run, as far as known.</param>
/// <param name="IsWhole">Whether these are all.</param>
/// <param name="Copies">At least so many copies that can stand in for each other; null if that is not known.</param>
/// <param name="Spreads">Whether it runs in, or moves to, every one of its zones by itself; null if that is not known.</param>
/// <param name="Machines">Whether it has machines that can be lost one by one.</param>
/// <param name="Fix">What to duplicate.</param>
public sealed record Part(ResourceNode Node, IReadOnlyList<string> Zones, bool IsWhole, int? Copies, bool? Spreads, bool Machines, string Fix)
{
    public static IEnumerable<Part> Of(ResourceGraph graph) =>
    [
        .. graph.OfType(ResourceTypes.LoadBalancer).Select(node => Everywhere(graph, node, "give it a subnet in a second zone")),
        .. graph.OfType(ResourceTypes.VpcEndpoint).Where(node => node["subnetIds"] is { IsAbsent: false })
            .Select(node => Everywhere(graph, node, "give it a subnet in a second zone")),
        .. graph.OfType(ResourceTypes.AutoScalingGroup).Select(node => Spread(
            graph, node, node["minSize"].IsUnknown ? null : node["minSize"].Number ?? 0, true, "set minSize to 2 or more, in subnets of two zones")),
        .. graph.OfType(ResourceTypes.Instance).Select(node => Spread(
            graph, node, 1, false, "put it in an auto scaling group of two, in subnets of two zones")),
        .. graph.OfType(ResourceTypes.DatabaseInstance).Where(node => node["replicateSourceDb"].IsAbsent).Select(node => Switched(
            graph, node, node["multiAz"], 2, "set multiAz to true")),
        .. graph.OfType(ResourceTypes.DatabaseCluster).Select(node => Cluster(graph, node)).OfType<Part>(),
        .. graph.OfType(ResourceTypes.ReplicationGroup).Select(node => Replicated(graph, node)),
    ];

    public static string? ZoneOf(ResourceNode subnet) => subnet["availabilityZone"].Text ?? subnet["availabilityZoneId"].Text;

    public Stop? Without(string zone)
    {
        if (!Zones.Contains(zone) || (Spreads is true && Zones.Count > 1)) return null;
        var others = Zones.Where(other => other != zone).ToList();
        if (others.Count == 0) return IsWhole
            ? new(Node.Urn, IsCertain: true, $"{Node.Name} is in this zone only", Fix)
            : new(Node.Urn, IsCertain: false, $"{Node.Name} is in this zone, and whether it is in another is not known", Fix);
        return Spreads is null
            ? new(Node.Urn, IsCertain: false, $"{Node.Name} may be in this zone only: whether it moves to {string.Join(" or ", others)} is not known", Fix)
            : new(Node.Urn, IsCertain: false, $"{Node.Name} has one copy, which is in this zone or in {string.Join(" or ", others)}", Fix);
    }

    public Stop? WithoutInstance() => this switch
    {
        { Machines: false } or { Copies: > 1 } => null,
        { Copies: null } => new(Node.Urn, IsCertain: false, $"how many copies of {Node.Name} run is not known", Fix),
        _ => new(Node.Urn, IsCertain: true, Copies == 0 ? $"{Node.Name} may have no machine at all" : $"{Node.Name} may have one machine only", Fix),
    };

    private static Part Everywhere(ResourceGraph graph, ResourceNode node, string fix) => Spread(graph, node, null, true, fix) with { Machines = false };

    private static Part Switched(ResourceGraph graph, ResourceNode node, PropertyValue flag, int copies, string fix)
    {
        bool? isOn = flag.IsUnknown ? null : flag.Truth is true;
        var part = Spread(graph, node, isOn switch { true => copies, false => 1, null => null }, isOn, fix);
        if (isOn is null) return part with { IsWhole = false };
        return isOn is false && node["availabilityZone"].Text is { } zone ? part with { Zones = [zone], IsWhole = true } : part;
    }

    private static Part? Cluster(ResourceGraph graph, ResourceNode cluster)
    {
        var members = graph.PointingTo(cluster, ResourceTypes.DatabaseCluster, ResourceTypes.DatabaseClusterInstance, "clusterIdentifier").ToList();

        // A cluster of a global database may wait without a member.
        if (members.Count == 0) return null;
        var part = Spread(graph, cluster, members.Count, members.Count > 1, "give it a second instance, in another zone");
        var pinned = members.Select(member => member["availabilityZone"].Text).ToList();
        return pinned.Contains(null) ? part : part with { Zones = [.. pinned.OfType<string>().Distinct().Order(StringComparer.Ordinal)], IsWhole = true };
    }

    private static Part Replicated(ResourceGraph graph, ResourceNode group)
    {
        var (clusters, replicas) = (group["numCacheClusters"], group["replicasPerNodeGroup"]);
        int? copies = clusters.IsUnknown || replicas.IsUnknown ? null : Math.Max(clusters.Number ?? 1, (replicas.Number ?? 0) + 1);
        bool? fails = group["automaticFailoverEnabled"] is { IsUnknown: true } ? null : group["automaticFailoverEnabled"].Truth is true;
        bool? moves = group["multiAzEnabled"] is { IsUnknown: true } ? null : group["multiAzEnabled"].Truth is true;
        var survives = copies > 1 ? fails : copies is null ? null : false;
        return Spread(graph, group, survives switch { true => copies, false => 1, null => null }, survives is true ? moves : survives,
            "give it a replica, automatic failover and multiAzEnabled");
    }

    private static Part Spread(ResourceGraph graph, ResourceNode node, int? copies, bool? spreads, string fix)
    {
        var places = graph.Network.PlacesOf(node);
        var zones = places.Subnets.Count > 0 ? [.. places.Subnets.Select(ZoneOf)] : WrittenZones(node);
        return new(
            node, [.. zones.OfType<string>().Distinct().Order(StringComparer.Ordinal)], IsWhole(),
            copies, spreads, Machines: true, fix);

        bool IsWhole() => zones.Count > 0 && !zones.Contains(null) && (places.IsCertain || places.Subnets.Count == 0);
    }

    private static List<string?> WrittenZones(ResourceNode node) =>
        [.. (ResourceTypes.AutoScalingGroup.Contains(node.Type) ? node["availabilityZones"].Items : [node["availabilityZone"]])
            .Where(zone => !zone.IsAbsent).Select(zone => zone.Text)];
}
