using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Networking;

public sealed record NetworkPeeringArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Whose machines, in app subnets, open connections.</summary>
    public required Network From { get; init; }

    /// <summary>Whose databases, in data subnets, they reach; its ACLs let in those that it calls neighbours.</summary>
    public required Network To { get; init; }
}

/// <summary>
/// A private way between the networks of two regions: machines of one reach databases of the other, and nothing else is routed. What
/// may use it is for the firewalls at both ends to say.
/// </summary>
public sealed class NetworkPeering : ComponentResource
{
    public NetworkPeering(string name, NetworkPeeringArgs args, ComponentResourceOptions? options = null)
        : base("infra:network:NetworkPeering", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var accepted = Accept(name, args, Ask(name, args, child), child);
        ResolveNames(name, args, accepted, child);
        RouteThere(name, args, accepted, child);
        RouteBack(name, args, accepted, child);

        ConnectionId = accepted.Id;
        RegisterOutputs();
    }

    [Output("connectionId")]
    public Output<string> ConnectionId { get; }

    private static Problems Check(string name, NetworkPeeringArgs args)
    {
        var (from, to) = (args.From.Args, args.To.Args);
        return new Problems("NetworkPeering", name)
            .Unless(from.Location.Region != to.Location.Region,
                $"Both networks lie in {from.Location.Region}; expected are two regions. Within one, firewalls name each other's groups.")
            .Unless(from.Location.AccountId == to.Location.AccountId,
                $"The networks belong to the accounts {from.Location.AccountId} and {to.Location.AccountId}; expected is one account, which asks and accepts.")
            .Unless(!from.Cidr.Overlaps(to.Cidr), $"{from.Cidr} and {to.Cidr} overlap, so neither network could tell the other's addresses from its own.")
            .Unless(to.NeighbourRanges.Any(range => range.Contains(from.Cidr)), $"The network of {to.Location.Region} does not count {from.Cidr} "
                + "among its NeighbourRanges, so its ACLs would drop whatever comes.");
    }

    private static VpcPeeringConnection Ask(string name, NetworkPeeringArgs args, CustomResourceOptions child) =>
        new(name, new VpcPeeringConnectionArgs
        {
            Region = args.From.Args.Location.Region,
            VpcId = args.From.VpcId,
            PeerVpcId = args.To.VpcId,
            PeerRegion = args.To.Args.Location.Region,
            // Another region must be asked there.
            AutoAccept = false,
            Tags = args.Naming.Tags(name),
        }, child);

    private static Pulumi.Aws.Ec2.VpcPeeringConnectionAccepter Accept(
        string name, NetworkPeeringArgs args, VpcPeeringConnection connection, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.Ec2.VpcPeeringConnectionAccepterArgs
        {
            Region = args.To.Args.Location.Region,
            VpcPeeringConnectionId = connection.Id,
            AutoAccept = true,
            Tags = args.Naming.Tags(name),
        }, child);

    // Each side is told in its own region, and only once the connection is accepted.
    private static void ResolveNames(
        string name, NetworkPeeringArgs args, Pulumi.Aws.Ec2.VpcPeeringConnectionAccepter accepted, CustomResourceOptions child)
    {
        _ = new PeeringConnectionOptions($"{name}-from", new PeeringConnectionOptionsArgs
        {
            Region = args.From.Args.Location.Region,
            VpcPeeringConnectionId = accepted.Id,
            Requester = new PeeringConnectionOptionsRequesterArgs { AllowRemoteVpcDnsResolution = true },
        }, child);
        _ = new PeeringConnectionOptions($"{name}-to", new PeeringConnectionOptionsArgs
        {
            Region = args.To.Args.Location.Region,
            VpcPeeringConnectionId = accepted.Id,
            Accepter = new PeeringConnectionOptionsAccepterArgs { AllowRemoteVpcDnsResolution = true },
        }, child);
    }

    private static void RouteThere(
        string name, NetworkPeeringArgs args, Pulumi.Aws.Ec2.VpcPeeringConnectionAccepter accepted, CustomResourceOptions child)
    {
        foreach (var (zone, table) in args.From.RouteTables.App)
            _ = new Pulumi.Aws.Ec2.Route($"{name}-app-{zone}", new RouteArgs
            {
                Region = args.From.Args.Location.Region,
                RouteTableId = table,
                DestinationCidrBlock = args.To.Args.Cidr.ToString(),
                VpcPeeringConnectionId = accepted.Id,
            }, child);
    }

    private static void RouteBack(
        string name, NetworkPeeringArgs args, Pulumi.Aws.Ec2.VpcPeeringConnectionAccepter accepted, CustomResourceOptions child) =>
        _ = new Pulumi.Aws.Ec2.Route($"{name}-data", new RouteArgs
        {
            Region = args.To.Args.Location.Region,
            RouteTableId = args.To.RouteTables.Data,
            DestinationCidrBlock = args.From.Args.Cidr.ToString(),
            VpcPeeringConnectionId = accepted.Id,
        }, child);
}
