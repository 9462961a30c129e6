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
        return ZoneRules.Any([IsAskedByAnEdge(record, graph), HasAFilterOfItsOwn(record, balancer, graph)]) switch
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
    private static Verdict IsAskedByAnEdge(ResourceNode record, ResourceGraph graph)
    {
        (ResourceNode Node, PropertyValue Host)[] asked =
        [
            .. graph.OfType(CloudflareTypes.Pool).SelectMany(pool => Of(pool, pool["origins"], "address")),
            .. graph.OfType(ResourceTypes.Distribution).SelectMany(distribution => Of(distribution, distribution["origins"], "domainName")),
            .. graph.OfType(CloudflareTypes.Spectrum).Select(application => (application, application["originDns"]["name"])),
            .. graph.OfType(CloudflareTypes.Record).Where(other => other["proxied"] is { IsUnknown: true } or { Truth: true })
                .Select(other => (other, Balancers.Answer(other))),
        ];
        return ZoneRules.Any([.. asked.Where(each => !each.Host.IsAbsent)
            .Select(each => (IsKnown: !each.Node["proxied"].IsUnknown, Verdict: Balancers.IsNameOf(each.Node, each.Host, record, graph)))
            .Select(each => each is { IsKnown: false, Verdict: Verdict.Pass } ? Verdict.Undetermined : each.Verdict)]);

        static IEnumerable<(ResourceNode, PropertyValue)> Of(ResourceNode node, PropertyValue origins, string property) =>
            PeerReader.EachOf(origins).Select(origin => (node, origin.IsUnknown ? origin : origin[property]));
    }

    // Who uses Cloudflare for DNS alone decides so with a filter of AWS.
    private static Verdict HasAFilterOfItsOwn(ResourceNode record, ResourceNode balancer, ResourceGraph graph)
    {
        var filters = graph.PointingTo(balancer, ResourceTypes.LoadBalancer, ResourceTypes.WebAclAssociation, "resourceArn").ToList();
        var isFiltered = filters.Exists(filter => graph.Resolve(filter, filter["resourceArn"], ResourceTypes.LoadBalancer).Target == balancer)
            ? Verdict.Pass
            : filters.Count > 0 ? Verdict.Undetermined : Verdict.Fail;
        var zone = ZoneOf(record);
        var proxied = ZoneRules.Any([.. graph.OfType(CloudflareTypes.Record).Concat(graph.OfType(CloudflareTypes.LoadBalancer))
            .Where(other => ZoneOf(other) is var its && (its is null || zone is null || its == zone))
            .Select(other => other["proxied"] switch
            {
                { IsUnknown: true } => Verdict.Undetermined,
                { Truth: true } => ZoneOf(other) is null || zone is null ? Verdict.Undetermined : Verdict.Pass,
                _ => Verdict.Fail,
            })]);
        if (isFiltered == Verdict.Fail || proxied == Verdict.Pass) return Verdict.Fail;
        return isFiltered == Verdict.Pass && proxied == Verdict.Fail ? Verdict.Pass : Verdict.Undetermined;

        string? ZoneOf(ResourceNode node) =>
            graph.Resolve(node, node["zoneId"], CloudflareTypes.Zone).Target?.Urn ?? node["zoneId"].Text;
    }
}
