using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Networking;

/// <summary>The ways out of a network: one route table for public subnets, one for data subnets, one per zone for app subnets.</summary>
internal sealed class NetworkRoutes(string name, NetworkArgs args, Vpc vpc, CustomResourceOptions child)
{
    private const string Everywhere = "0.0.0.0/0";
    private const string Ipv6Everywhere = "::/0";

    /// <summary>Routes every subnet and gives the tables that private subnets use.</summary>
    public IReadOnlyList<RouteTable> Create(IReadOnlyList<ZoneSubnet> subnets)
    {
        var publicTable = CreateTable("public");
        var dataTable = CreateTable("data");
        var appTables = args.Zones.ToDictionary(zone => zone, zone => CreateTable($"app-{zone}"));

        var internet = CreateInternetRoute(publicTable);
        var gateways = CreateNatGateways(subnets, internet);
        foreach (var (zone, table) in appTables)
            CreateNatRoute(zone, table, gateways);
        if (args.Nat is not NatStrategy.None) CreateEgressOnlyRoutes(appTables);

        foreach (var subnet in subnets)
            Associate(subnet, TableOf(subnet.Plan));

        return [dataTable, .. args.Zones.Select(zone => appTables[zone])];

        RouteTable TableOf(PlannedSubnet planned)
        {
            if (planned.Tier == SubnetTier.Public) return publicTable;
            return planned.Tier == SubnetTier.App ? appTables[planned.Zone] : dataTable;
        }
    }

    private RouteTable CreateTable(string part) => new($"{name}-{part}", new RouteTableArgs
    {
        Region = args.Location.Region,
        VpcId = vpc.Id,
        Tags = args.Naming.Tags($"{name}-{part}"),
    }, child);

    private Route CreateInternetRoute(RouteTable table)
    {
        var gateway = new InternetGateway($"{name}-internet", new InternetGatewayArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            Tags = args.Naming.Tags($"{name}-internet"),
        }, child);

        _ = new Route($"{name}-public-internet-ipv6", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = table.Id,
            DestinationIpv6CidrBlock = Ipv6Everywhere,
            GatewayId = gateway.Id,
        }, child);

        return new Route($"{name}-public-internet", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = table.Id,
            DestinationCidrBlock = Everywhere,
            GatewayId = gateway.Id,
        }, child);
    }

    private Dictionary<string, NatGateway> CreateNatGateways(IReadOnlyList<ZoneSubnet> subnets, Route internet)
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

    private NatGateway CreateNatGateway(string zone, ZoneSubnet subnet, Route internet)
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
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { internet } }));
    }

    private void CreateNatRoute(string zone, RouteTable table, Dictionary<string, NatGateway> gateways)
    {
        if (gateways.Count == 0) return;

        _ = new Route($"{name}-app-{zone}-internet", new RouteArgs
        {
            Region = args.Location.Region,
            RouteTableId = table.Id,
            DestinationCidrBlock = Everywhere,
            NatGatewayId = gateways.GetValueOrDefault(zone, gateways[args.Zones[0]]).Id,
        }, child);
    }

    // What NAT is to IPv4: a way out that nobody can come in by. It spans all zones and costs nothing.
    private void CreateEgressOnlyRoutes(Dictionary<string, RouteTable> appTables)
    {
        var gateway = new EgressOnlyInternetGateway($"{name}-egress-only", new EgressOnlyInternetGatewayArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            Tags = args.Naming.Tags($"{name}-egress-only"),
        }, child);

        foreach (var (zone, table) in appTables)
            _ = new Route($"{name}-app-{zone}-internet-ipv6", new RouteArgs
            {
                Region = args.Location.Region,
                RouteTableId = table.Id,
                DestinationIpv6CidrBlock = Ipv6Everywhere,
                EgressOnlyGatewayId = gateway.Id,
            }, child);
    }

    private void Associate(ZoneSubnet subnet, RouteTable table) =>
        _ = new RouteTableAssociation($"{name}-{subnet.Plan.Key}", new RouteTableAssociationArgs
        {
            Region = args.Location.Region,
            SubnetId = subnet.Id,
            RouteTableId = table.Id,
        }, child);
}
