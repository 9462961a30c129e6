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
    private readonly ILookup<ResourceNode, ResourceNode> _elsewhere;
    private readonly IReadOnlyList<ResourceNode> _tablesOfUnknown;
    private readonly IReadOnlyList<Way> _ofUnknownElsewhere;

    public RouteModel(ResourceGraph graph)
    {
        _graph = graph;
        var associations = graph.OfType(ResourceTypes.RouteTableAssociation).Select(association => (
            Association: association,
            Subnet: graph.Resolve(association, association["subnetId"], ResourceTypes.Subnet),
            Table: graph.Resolve(association, association["routeTableId"], Tables))).ToList();
        _associated = associations.SelectMany(entry => entry.Subnet.Candidates.SelectMany(from => entry.Table.Candidates.Select(
            to => (from, (to, entry.Subnet.Target is not null && entry.Table.Target is not null)))))
            .ToLookup(entry => entry.from, entry => entry.Item2);
        _elsewhere = associations.Where(entry => entry.Table.Candidates.Count == 0)
            .SelectMany(entry => entry.Subnet.Candidates.Select(subnet => (subnet, entry.Association)))
            .ToLookup(entry => entry.subnet, entry => entry.Association);
        var ofUnknown = associations.Where(entry => entry.Subnet.State == ReferenceState.Unknown).ToList();
        _tablesOfUnknown = [.. ofUnknown.SelectMany(entry => entry.Table.Candidates).Distinct()];
        _ofUnknownElsewhere = [.. ofUnknown.Where(entry => entry.Table.Candidates.Count == 0).Select(entry => Unseen(entry.Association, "routeTableId"))];
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
        var elsewhere = _elsewhere[subnet].Select(association => Unseen(association, "routeTableId")).ToList();
        List<Way> ways = tables.Count + elsewhere.Count > 0 ? [.. tables.SelectMany(entry => WaysOf(entry.Table, entry.IsCertain)), .. elsewhere]
            : [.. _tablesOfUnknown.SelectMany(table => WaysOf(table, isCertain: false)), .. _ofUnknownElsewhere, .. OfMain(subnet)];
        return [.. ways, .. _homeless.Select(route => Read(route, isCertain: false))];
    }

    private List<Way> OfMain(ResourceNode subnet) =>
        subnet["vpcId"].IsAbsent && !ResourceTypes.DefaultNetwork.Contains(subnet.Type) ? []
            : _graph.Resolve(subnet, subnet["vpcId"], ResourceTypes.Vpc).Target is not { } network ? [Unseen(subnet, "vpcId")]
            : WaysOfMain(network) is { Count: > 0 } ways ? ways
            : ResourceTypes.DefaultNetwork.Contains(network.Type) ? [Unseen(subnet, "vpcId")]
            : [];

    // Nothing shows where a table leads that the program does not make.
    private static Way Unseen(ResourceNode resource, string property) => new(resource, property, WayKind.Unknown, null, "unknown", IsCertain: false);

    private List<Way> WaysOfMain(ResourceNode network)
    {
        var choices = _graph.OfType(ResourceTypes.MainRouteTableAssociation)
            .Where(association => _graph.Resolve(association, association["vpcId"], ResourceTypes.Vpc).Candidates.Contains(network))
            .Select(association => (Association: association, Tables: _graph.Resolve(association, association["routeTableId"], Tables).Candidates)).ToList();
        var chosen = choices.SelectMany(choice => choice.Tables).ToList();
        var tables = chosen.Count > 0 ? chosen : _graph.OfType(ResourceTypes.DefaultRouteTable)
            .Where(table => _graph.Resolve(table, table["defaultRouteTableId"], ResourceTypes.Vpc).Candidates.Contains(network));

        // What the network told as its main table may be the one from before another was chosen.
        return
        [
            .. tables.SelectMany(table => WaysOf(table, isCertain: choices.Count == 0 || chosen.Count > 0)),
            .. choices.Where(choice => choice.Tables.Count == 0).Select(choice => Unseen(choice.Association, "routeTableId")),
            .. _ofMain[network].Select(route => Read(route, isCertain: choices.Count == 0)),
        ];
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
