using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Networking;

/// <summary>The ways out of a network: one route table for public subnets, one for data subnets, one per zone for app subnets.</summary>
internal sealed class NetworkRoutes(string name, NetworkArgs args, Vpc vpc, CustomResourceOptions child)
{
    private const string Everywhere = "0.0.0.0/0";
    private const string Ipv6Everywhere = "::/0";

    /// <summary>Routes every subnet, and gives it back with its way out.</summary>
    public RoutedSubnets Create(IReadOnlyList<ZoneSubnet> subnets)
    {
        var publicTable = CreateTable("public");
        var dataTable = CreateTable("data");
        var appTables = args.Zones.ToDictionary(zone => zone, zone => CreateTable($"app-{zone}"));

        var internet = CreateInternetRoutes(publicTable);
        var gateways = CreateNatGateways(subnets, internet);
        var nat = args.Zones.SelectMany(zone => CreateNatRoute(zone, appTables[zone], gateways)).ToList();
        var egressOnly = args.Nat is NatStrategy.None ? [] : CreateEgressOnlyRoutes(appTables);

        return new(
            [.. subnets.Select(subnet => subnet with { WayOut = [Associate(subnet, TableOf(subnet.Plan)), .. RoutesOf(subnet.Plan)] })],
            [dataTable, .. args.Zones.Select(zone => appTables[zone])],
            new(publicTable.Id, appTables.ToDictionary(table => table.Key, table => table.Value.Id), dataTable.Id),
            gateways);

        RouteTable TableOf(PlannedSubnet planned)
        {
            if (planned.Tier == SubnetTier.Public) return publicTable;
            return planned.Tier == SubnetTier.App ? appTables[planned.Zone] : dataTable;
        }

        IEnumerable<Route> RoutesOf(PlannedSubnet planned)
        {
            if (planned.Tier == SubnetTier.Public) return internet;
            return planned.Tier == SubnetTier.App ? nat.Concat(egressOnly).Where(route => route.Zone == planned.Zone).Select(route => route.Route) : [];
        }
    }

    private RouteTable CreateTable(string part) => new($"{name}-{part}", new RouteTableArgs
    {
        Region = args.Location.Region,
        VpcId = vpc.Id,
        Tags = args.Naming.Tags($"{name}-{part}"),
    }, child);

    private List<Route> CreateInternetRoutes(RouteTable table)
    {
        var gateway = new InternetGateway($"{name}-internet", new InternetGatewayArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            Tags = args.Naming.Tags($"{name}-internet"),
        }, child);

        var ipv6 = new Route($"{name}-public-internet-ipv6", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = table.Id,
            DestinationIpv6CidrBlock = Ipv6Everywhere,
            GatewayId = gateway.Id,
        }, child);

        var ipv4 = new Route($"{name}-public-internet", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = table.Id,
            DestinationCidrBlock = Everywhere,
            GatewayId = gateway.Id,
        }, child);
        return [ipv4, ipv6];
    }

    private Dictionary<string, NatGateway> CreateNatGateways(IReadOnlyList<ZoneSubnet> subnets, List<Route> internet)
    {
        IEnumerable<string> zones = args.Nat switch
        {
            NatStrategy.None => [],
            NatStrategy.Shared => args.Zones.Take(1),
            _ => args.Zones,
        };
        return zones.ToDictionary(zone => zone, zone => CreateNatGateway(
            zone, subnets.Single(subnet => subnet.Plan.Tier == SubnetTier.Public && subnet.Plan.Zone == zone), internet));
    }

    private NatGateway CreateNatGateway(string zone, ZoneSubnet subnet, List<Route> internet)
    {
        var address = new Eip($"{name}-nat-{zone}", new EipArgs
        {
            Region = args.Location.Region,
            Domain = "vpc",
            Tags = args.Naming.Tags($"{name}-nat-{zone}"),
        }, child);

        return new NatGateway($"{name}-nat-{zone}", new NatGatewayArgs
        {
            Region = args.Location.Region,
            AllocationId = address.Id,
            SubnetId = subnet.Id,
            Tags = args.Naming.Tags($"{name}-nat-{zone}"),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = internet.ToArray() }));
    }

    private IEnumerable<ZoneRoute> CreateNatRoute(string zone, RouteTable table, Dictionary<string, NatGateway> gateways) => gateways.Count == 0
        ? []
        : [new(zone, new Route($"{name}-app-{zone}-internet", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = table.Id,
            DestinationCidrBlock = Everywhere,
            NatGatewayId = gateways.GetValueOrDefault(zone, gateways[args.Zones[0]]).Id,
        }, child))];

    // What NAT is to IPv4: a way out that nobody can come in by. It spans all zones and costs nothing.
    private List<ZoneRoute> CreateEgressOnlyRoutes(Dictionary<string, RouteTable> appTables)
    {
        var gateway = new EgressOnlyInternetGateway($"{name}-egress-only", new EgressOnlyInternetGatewayArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            Tags = args.Naming.Tags($"{name}-egress-only"),
        }, child);

        return [.. appTables.Select(zone => new ZoneRoute(zone.Key, new Route($"{name}-app-{zone.Key}-internet-ipv6", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = zone.Value.Id,
            DestinationIpv6CidrBlock = Ipv6Everywhere,
            EgressOnlyGatewayId = gateway.Id,
        }, child)))];
    }

    private RouteTableAssociation Associate(ZoneSubnet subnet, RouteTable table) =>
        new($"{name}-{subnet.Plan.Key}", new RouteTableAssociationArgs
        {
            Region = args.Location.Region,
            SubnetId = subnet.Id,
            RouteTableId = table.Id,
        }, child);

    private sealed record ZoneRoute(string Zone, Route Route);
}

/// <param name="Subnets">All, each with its way out.</param>
/// <param name="PrivateTables">The route tables of app and data subnets.</param>
/// <param name="Tables">All route tables, by their ids.</param>
/// <param name="Gateways">NAT gateways, by zone.</param>
internal sealed record RoutedSubnets(
    IReadOnlyList<ZoneSubnet> Subnets, IReadOnlyList<RouteTable> PrivateTables, RouteTables Tables, IReadOnlyDictionary<string, NatGateway> Gateways);
