using Infra.Policies.Firewall;

namespace Infra.Policies.Cloudflare;

/// <summary>How Cloudflare's names lead to load balancers of AWS that the program makes.</summary>
internal static class Balancers
{
    public static IReadOnlyList<string> Types { get; } =
        [.. ResourceTypes.LoadBalancer, .. CloudflareTypes.Zone, .. CloudflareTypes.Record, .. CloudflareTypes.LoadBalancer, .. CloudflareTypes.Pool];

    /// <summary>What a record answers with; up to version 5 under another name.</summary>
    public static PropertyValue Answer(ResourceNode record) => record["content"] is { IsAbsent: false } content ? content : record["value"];

    /// <summary>The balancers to which Cloudflare passes on what visitors ask: by proxied records, and by proxied load balancers of its own.</summary>
    public static IEnumerable<Way> BehindTheProxy(ResourceGraph graph)
    {
        var records = from record in graph.OfType(CloudflareTypes.Record)
                      where record["proxied"] is { Truth: true } or { IsUnknown: true }
                      from way in Of(record, Answer(record), graph)
                      select way with { IsCertain = way.IsCertain && record["proxied"].IsKnown };
        var pools = from front in graph.OfType(CloudflareTypes.LoadBalancer)
                    where front["proxied"] is { Truth: true } or { IsUnknown: true }
                    from pool in PoolsOf(front).Select(value => graph.Resolve(front, value, CloudflareTypes.Pool))
                    from candidate in pool.Candidates
                    from origin in PeerReader.EachOf(candidate["origins"])
                    from way in Behind(candidate, origin.IsUnknown ? origin : origin["address"], graph)
                    select way with { Front = front, IsCertain = way.IsCertain && pool.Target is not null && front["proxied"].IsKnown };
        return records.Concat(pools).Where(way => way.Balancer["internal"].Truth is not true)
            .Select(way => way with { IsCertain = way.IsCertain && !way.Balancer["internal"].IsUnknown });
    }

    /// <summary>The pools that a load balancer of Cloudflare names, and a value that names none of the program's for certain, if there is one.</summary>
    public static (IReadOnlyList<ResourceNode> Pools, PropertyValue? Elsewhere) PoolsMeant(ResourceNode front, ResourceGraph graph)
    {
        var named = PoolsOf(front).Select(value => (Value: value, Pool: graph.Resolve(front, value, CloudflareTypes.Pool))).ToList();

        // As many unknown values as there are pools they were computed from: each stands for one of them.
        var meant = named.GroupBy(entry => entry.Value.TopLevel)
            .Where(list => list.SelectMany(entry => entry.Pool.Candidates).Distinct().Count() == list.Count())
            .SelectMany(list => list).ToHashSet();
        var unclear = named.Find(entry => entry.Pool.Target is null && !(meant.Contains(entry) && entry.Pool.State == ReferenceState.Ambiguous));
        return ([.. named.Where(entry => entry.Pool.Target is not null || meant.Contains(entry)).SelectMany(entry => entry.Pool.Candidates).Distinct()],
            unclear.Value);
    }

    private static IEnumerable<PropertyValue> PoolsOf(ResourceNode front)
    {
        string[] names = ["defaultPools", "fallbackPool", "countryPools", "regionPools", "popPools", "defaultPoolIds", "fallbackPoolId"];
        return names.Select(name => front[name]).Where(value => !value.IsAbsent).SelectMany(Leaves);
    }

    /// <summary>Whether a host that something asks for is a record's name.</summary>
    /// <param name="node">What asks for it.</param>
    /// <param name="host">The host.</param>
    /// <param name="record">The record.</param>
    /// <param name="graph">The program.</param>
    public static Verdict IsNameOf(ResourceNode node, PropertyValue host, ResourceNode record, ResourceGraph graph)
    {
        if (host.IsUnknown)
        {
            var sources = node.DependenciesOf(host.TopLevel);
            return sources.Count == 0 || sources.Contains(record.Urn) ? Verdict.Undetermined : Verdict.Fail;
        }

        if (DnsNames.Plain(record["name"]) is not { } name) return Verdict.Undetermined;
        var text = DnsNames.Plain(host)!;
        if (graph.Resolve(record, record["zoneId"], CloudflareTypes.Zone).Target is not { } zone)
        {
            // In a zone that is made elsewhere, the rest of the name is not known.
            return text == name ? Verdict.Pass
                : name == "@" || text.StartsWith($"{name}.", StringComparison.Ordinal) ? Verdict.Undetermined
                : Verdict.Fail;
        }

        if (DnsNames.Plain(zone["name"].IsAbsent ? zone["zone"] : zone["name"]) is not { } suffix) return Verdict.Undetermined;
        return text == name || text == (name == "@" ? suffix : $"{name}.{suffix}") ? Verdict.Pass : Verdict.Fail;
    }

    // The address of an origin is a balancer's name, or that of a record which leads there past the proxy.
    private static IEnumerable<Way> Behind(ResourceNode pool, PropertyValue address, ResourceGraph graph) => Of(pool, address, graph).Concat(
        from named in NamedRecords.In(graph).Of(pool, address)
        from way in Of(named.Record, Answer(named.Record), graph)
        select way with { IsCertain = way.IsCertain && named.Verdict == Verdict.Pass });

    private static IEnumerable<Way> Of(ResourceNode node, PropertyValue host, ResourceGraph graph)
    {
        var meant = graph.Resolve(node, host, ResourceTypes.LoadBalancer);
        return meant.State == ReferenceState.Unknown && node.DependenciesOf(host.TopLevel).Count == 0
            ? graph.OfType(ResourceTypes.LoadBalancer).Select(balancer => new Way(node, balancer, IsCertain: false))
            : meant.Candidates.Select(balancer => new Way(node, balancer, meant.Target is not null));
    }

    private static IEnumerable<PropertyValue> Leaves(PropertyValue value) => value.IsList ? value.Items.SelectMany(Leaves)
        : value.IsObject ? value.Members.SelectMany(member => Leaves(member.Value))
        : [value];

    /// <param name="Front">The record or the load balancer of Cloudflare by which visitors come.</param>
    /// <param name="Balancer">Where they end.</param>
    /// <param name="IsCertain">False if it may be otherwise.</param>
    public sealed record Way(ResourceNode Front, ResourceNode Balancer, bool IsCertain);
}
