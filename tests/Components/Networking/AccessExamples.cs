using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Tests.Components.Networking;

/// <summary>The code that the pages of bastions and private endpoints show.</summary>
internal static class AccessExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    public static Bastion Bastion(Network network, Firewall firewall, BastionTier bastion)
    {
        var jump = new Bastion("bastion-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(bastion),
            ImageId = "ami-0a1b2c3d4e5f60718",
            InstanceType = "t4g.nano",
        });
        return jump;
    }

    public static NetworkPeering Peering(Network america, Network europe)
    {
        var way = new NetworkPeering("peering-us-east-1-eu-central-1", new()
        {
            Naming = Naming,
            From = america,
            To = europe,
        });
        return way;
    }

    public static Pulumi.Aws.Ec2.Route Vpn(Network network, Input<string> vpnGatewayId)
    {
        var toVpn = new Pulumi.Aws.Ec2.Route("vpn-app-a", new()
        {
            Region = Location.Region,
            RouteTableId = network.RouteTables.App["a"],
            DestinationCidrBlock = "10.250.0.0/24",
            GatewayId = vpnGatewayId,
        });
        return toVpn;
    }

    public static PrivateEndpoints PrivateEndpoints(Network network, Firewall firewall)
    {
        var doors = new PrivateEndpoints("endpoints-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(new EndpointTier()),
            Services = [PrivateService.SystemsManager, PrivateService.SessionMessages, PrivateService.Secrets],
        });
        return doors;
    }
}
