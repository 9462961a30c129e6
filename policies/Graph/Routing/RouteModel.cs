namespace Infra.Policies.Routing;

/// <summary>The ways out of each subnet, by its own route table or by its network's main one.</summary>
public sealed class RouteModel
{
    private static readonly string[] Standalone = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
    private static readonly string[] Inline = ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"];
    private static readonly string[] Tables = [.. ResourceTypes.RouteTable, .. ResourceTypes.DefaultRouteTable];

    private readonly ResourceGraph _graph;
    private readonly ILookup<ResourceNode, (ResourceNode Table, bool IsCertain)> _associated;
    private readonly ILookup<ResourceNode, (ResourceNode Route, bool IsCertain)> _routes;
    private readonly ILookup<ResourceNode, ResourceNode> _ofMain;
    private readonly IReadOnlyList<ResourceNode> _homeless;

    public RouteModel(ResourceGraph graph)
    {
        _graph = graph;
        _associated = graph.OfType(ResourceTypes.RouteTableAssociation).SelectMany(association =>
        {
            var subnet = graph.Resolve(association, association["subnetId"], ResourceTypes.Subnet);
            var table = graph.Resolve(association, association["routeTableId"], Tables);
            return subnet.Candidates.SelectMany(from => table.Candidates.Select(to => (from, (to, subnet.Target is not null && table.Target is not null))));
        }).ToLookup(entry => entry.from, entry => entry.Item2);
        var routes = graph.OfType(ResourceTypes.Route).Select(route => (Route: route, Table: graph.Resolve(route, route["routeTableId"], Tables))).ToList();
        _routes = routes.SelectMany(entry => entry.Table.Candidates.Select(table => (table, (entry.Route, entry.Table.Target is not null))))
            .ToLookup(entry => entry.table, entry => entry.Item2);
        _ofMain = routes.Where(entry => entry.Table.State == ReferenceState.Foreign)
            .SelectMany(entry => graph.Resolve(entry.Route, entry.Route["routeTableId"], ResourceTypes.Vpc).Candidates
                .Select(network => (network, entry.Route)))
            .ToLookup(entry => entry.network, entry => entry.Route);
        _homeless = [.. routes.Where(entry => entry.Table.State == ReferenceState.Unknown).Select(entry => entry.Route)];
    }

    public IReadOnlyList<Way> Of(ResourceNode subnet)
    {
        var tables = _associated[subnet].ToList();
        IEnumerable<Way> ways = tables.Count > 0 ? tables.SelectMany(entry => WaysOf(entry.Table, entry.IsCertain))
            : _graph.Resolve(subnet, subnet["vpcId"], ResourceTypes.Vpc).Target is not { } network ? []
            : WaysOfMain(network);
        return [.. ways, .. _homeless.Select(route => Read(route, isCertain: false))];
    }

    private IEnumerable<Way> WaysOfMain(ResourceNode network)
    {
        var chosen = _graph.OfType(ResourceTypes.MainRouteTableAssociation)
            .Where(association => _graph.Resolve(association, association["vpcId"], ResourceTypes.Vpc).Candidates.Contains(network))
            .SelectMany(association => _graph.Resolve(association, association["routeTableId"], Tables).Candidates).ToList();
        var tables = chosen.Count > 0 ? chosen : _graph.OfType(ResourceTypes.DefaultRouteTable)
            .Where(table => _graph.Resolve(table, table["defaultRouteTableId"], ResourceTypes.Vpc).Candidates.Contains(network));

        // What the network told as its main table may be the one from before another was chosen.
        return tables.SelectMany(table => WaysOf(table, isCertain: true))
            .Concat(_ofMain[network].Select(route => Read(route, isCertain: chosen.Count == 0)));
    }

    private IEnumerable<Way> WaysOf(ResourceNode table, bool isCertain)
    {
        var routes = table["routes"];
        if (routes.IsUnknown) yield return new(table, routes.Path, WayKind.Unknown, null, "unknown", isCertain);
        foreach (var route in routes.Items) yield return route.IsUnknown
            ? new(table, route.Path, WayKind.Unknown, null, "unknown", isCertain)
            : Way.Read(_graph, table, name => route[name], Inline, isCertain);
        foreach (var (route, isIts) in _routes[table]) yield return Read(route, isCertain && isIts);
    }

    private Way Read(ResourceNode route, bool isCertain) => Way.Read(_graph, route, name => route[name], Standalone, isCertain);
}
