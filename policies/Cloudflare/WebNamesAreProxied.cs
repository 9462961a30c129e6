using Infra.Policies.Firewall;

namespace Infra.Policies.Cloudflare;

public sealed class WebNamesAreProxied() : ResourceRule(
    "cf-web-record-proxied",
    Rank.High,
    CloudflareTypes.Record,
    "A record that is not proxied tells everyone the balancer's address, and what comes by it meets none of Cloudflare's filters.",
    "set proxied to true and ttl to 1; a name that only an edge asks is left alone once a pool, a distribution or a proxied name leads to it")
{
    public override IReadOnlyList<string> Types =>
        [.. base.Types, .. Balancers.Types, .. CloudflareTypes.Spectrum, .. ResourceTypes.Distribution, .. ResourceTypes.WebAclAssociation];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var meant = graph.Resolve(resource, Balancers.Answer(resource), ResourceTypes.LoadBalancer);
        if (meant.Candidates.Count == 0) return [];
        var found = Judge(resource, meant.Candidates[0], graph).ToList();
        if (found.Count > 0 && meant.Target is null) return [Undetermined(resource, Balancers.Answer(resource))];

        // What speaks neither HTTP nor to the internet cannot be proxied.
        var balancer = meant.Candidates[0];
        return Unless(resource, resource["type"], type => type.Text is not ("A" or "AAAA" or "CNAME"),
            Unless(balancer, balancer["loadBalancerType"], type => type.Text is "network" or "gateway",
                Unless(balancer, balancer["internal"], hidden => hidden.Truth is true, found)));
    }

    private IEnumerable<Finding> Judge(ResourceNode record, ResourceNode balancer, ResourceGraph graph)
    {
        var proxied = record["proxied"];
        if (proxied.IsUnknown) return [Undetermined(record, proxied)];
        if (proxied.Truth is true) return CheckZone(record, graph);
        return Verdicts.Any([Verdicts.Any([.. graph.Once(AskedByAnEdge)[record]]), HasAFilterOfItsOwn(record, balancer, graph)]) switch
        {
            Verdict.Pass => [],
            Verdict.Fail => [Fail(record, proxied.Path, $"{proxied.Path} is {proxied}, not true: visitors reach {balancer.Name} past Cloudflare")],
            _ => [Undetermined(record, proxied.Path, $"whether something else keeps visitors of {balancer.Name} is not known before the deployment")],
        };
    }

    private IEnumerable<Finding> CheckZone(ResourceNode record, ResourceGraph graph)
    {
        if (graph.Resolve(record, record["zoneId"], CloudflareTypes.Zone).Target is not { } zone) return [];
        var paused = zone["paused"];
        return paused.IsUnknown ? [Undetermined(zone, paused)]
            : paused.Truth is true ? [Fail(zone, paused.Path, $"paused is true: nothing is proxied, {record.Name} neither", record.Name)]
            : [];
    }

    // An origin has to answer by a name that is not proxied.
    private static ILookup<ResourceNode, Verdict> AskedByAnEdge(ResourceGraph graph)
    {
        (ResourceNode Node, PropertyValue Host)[] asked =
        [
            .. graph.OfType(CloudflareTypes.Pool).SelectMany(pool => Of(pool, pool["origins"], "address")),
            .. graph.OfType(ResourceTypes.Distribution).SelectMany(distribution => Of(distribution, distribution["origins"], "domainName")),
            .. graph.OfType(CloudflareTypes.Spectrum).Select(application => (application, application["originDns"]["name"])),
            .. graph.OfType(CloudflareTypes.Record).Where(other => other["proxied"] is { IsUnknown: true } or { Truth: true })
                .Select(other => (other, Balancers.Answer(other))),
        ];
        var named = from each in asked
                    where !each.Host.IsAbsent
                    from name in NamedRecords.In(graph).Of(each.Node, each.Host)
                    select (name.Record, Verdict: each.Node["proxied"].IsUnknown ? Verdict.Undetermined : name.Verdict);
        return named.Distinct().ToLookup(each => each.Record, each => each.Verdict);

        static IEnumerable<(ResourceNode, PropertyValue)> Of(ResourceNode node, PropertyValue origins, string property) =>
            PeerReader.EachOf(origins).Select(origin => (node, origin.IsUnknown ? origin : origin[property]));
    }

    // Who uses Cloudflare for DNS alone decides so with a filter of AWS.
    private static Verdict HasAFilterOfItsOwn(ResourceNode record, ResourceNode balancer, ResourceGraph graph)
    {
        var filters = graph.PointingTo(balancer, ResourceTypes.LoadBalancer, ResourceTypes.WebAclAssociation, "resourceArn").ToList();
        if (filters.Count == 0) return Verdict.Fail;
        var isFiltered = filters.Exists(filter => graph.Resolve(filter, filter["resourceArn"], ResourceTypes.LoadBalancer).Target == balancer);
        var zone = ZoneOf(record, graph);
        var proxied = Verdicts.Any([.. graph.Once(Proxied).Names.Where(name => name.Zone is null || zone is null || name.Zone == zone)
            .Select(name => name.Zone is null || zone is null ? Verdict.Undetermined : name.Verdict)]);
        return proxied == Verdict.Pass ? Verdict.Fail : isFiltered && proxied == Verdict.Fail ? Verdict.Pass : Verdict.Undetermined;
    }

    private static ProxiedNames Proxied(ResourceGraph graph) => new(
    [
        .. graph.OfType(CloudflareTypes.Record).Concat(graph.OfType(CloudflareTypes.LoadBalancer))
            .Where(name => name["proxied"] is { IsUnknown: true } or { Truth: true })
            .Select(name => (ZoneOf(name, graph), name["proxied"].IsUnknown ? Verdict.Undetermined : Verdict.Pass)).Distinct(),
    ]);

    private static string? ZoneOf(ResourceNode node, ResourceGraph graph) =>
        graph.Resolve(node, node["zoneId"], CloudflareTypes.Zone).Target?.Urn ?? node["zoneId"].Text;

    private sealed record ProxiedNames(IReadOnlyList<(string? Zone, Verdict Verdict)> Names);
}
