using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Synthetic;

/// <summary>22 resources: a VPC with two zones of public, app and data subnets, and the way out through NAT.</summary>
internal sealed class SiteNetwork
{
    private static readonly string[] Zones = ["a", "b"];

    private readonly string _name;
    private readonly int _index;
    private readonly CustomResourceOptions _child;

    public SiteNetwork(string name, int index, CustomResourceOptions child)
    {
        _name = name;
        _index = index;
        _child = child;
        Vpc = new Vpc(name, new() { CidrBlock = $"10.{index}.0.0/16", EnableDnsHostnames = true, EnableDnsSupport = true, Tags = Tags(name) }, child);
        PublicSubnets = CreateSubnets("public", 0);
        AppSubnets = CreateSubnets("app", 16);
        DataSubnets = CreateSubnets("data", 32);
        RouteOut();
    }

    public Vpc Vpc { get; }

    public Dictionary<string, Subnet> PublicSubnets { get; }

    public Dictionary<string, Subnet> AppSubnets { get; }

    public Dictionary<string, Subnet> DataSubnets { get; }

    public static InputMap<string> Tags(string name) => new() { ["Name"] = name, ["Product"] = "synthetic", ["Environment"] = "bench", ["Owner"] = "bench" };

    private Dictionary<string, Subnet> CreateSubnets(string tier, int offset) => Zones.Select((zone, number) => (zone, number)).ToDictionary(
        item => item.zone,
        item => new Subnet($"{_name}-{tier}-{item.zone}", new()
        {
            VpcId = Vpc.Id,
            CidrBlock = $"10.{_index}.{offset + item.number}.0/24",
            AvailabilityZone = $"eu-central-1{item.zone}",
            Tags = new() { ["Name"] = $"{_name}-{tier}-{item.zone}", ["infra:tier"] = tier },
        }, _child));

    private void RouteOut()
    {
        var gateway = new InternetGateway(_name, new() { VpcId = Vpc.Id, Tags = Tags(_name) }, _child);
        var publicRoutes = CreateRouteTable("public");
        _ = new Route($"{_name}-public", new() { RouteTableId = publicRoutes.Id, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway.Id }, _child);
        foreach (var zone in Zones)
        {
            Associate($"public-{zone}", publicRoutes, PublicSubnets[zone]);
            var address = new Eip($"{_name}-nat-{zone}", new() { Domain = "vpc", Tags = Tags($"{_name}-nat-{zone}") }, _child);
            var nat = new NatGateway($"{_name}-nat-{zone}", new()
            {
                AllocationId = address.AllocationId,
                SubnetId = PublicSubnets[zone].Id,
                Tags = Tags($"{_name}-nat-{zone}"),
            }, CustomResourceOptions.Merge(_child, new() { DependsOn = { gateway } }));
            var routes = CreateRouteTable($"app-{zone}");
            _ = new Route($"{_name}-app-{zone}", new() { RouteTableId = routes.Id, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = nat.Id }, _child);
            Associate($"app-{zone}", routes, AppSubnets[zone]);
        }
    }

    private RouteTable CreateRouteTable(string suffix) =>
        new($"{_name}-{suffix}", new() { VpcId = Vpc.Id, Tags = Tags($"{_name}-{suffix}") }, _child);

    private void Associate(string suffix, RouteTable routes, Subnet subnet) =>
        _ = new RouteTableAssociation($"{_name}-{suffix}", new() { RouteTableId = routes.Id, SubnetId = subnet.Id }, _child);
}
