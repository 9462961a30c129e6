namespace Infra.Policies.Routing;

public enum WayKind
{
    /// <summary>To and from the internet.</summary>
    InternetGateway,

    /// <summary>To the internet, for connections that begin inside.</summary>
    Nat,

    /// <summary>Peering, VPN, endpoints, other machines.</summary>
    Other,

    Unknown,
}

/// <summary>One route of one subnet.</summary>
/// <param name="Route">The resource that makes it: a route, or the table it is written in.</param>
/// <param name="Property">What names the gateway.</param>
/// <param name="Kind">Where it leads.</param>
/// <param name="Gateway">The gateway if it is one of the program's.</param>
/// <param name="Destination">As it is written.</param>
/// <param name="IsCertain">False if the table or the subnet may be another one.</param>
public sealed record Way(ResourceNode Route, string Property, WayKind Kind, ResourceNode? Gateway, string Destination, bool IsCertain)
{
    // All but the gateways to the internet and to NAT, which are told apart below.
    private static readonly string[] Others =
    [
        "carrierGatewayId", "coreNetworkArn", "localGatewayId", "networkInterfaceId",
        "transitGatewayId", "vpcEndpointId", "vpcPeeringConnectionId", "odbNetworkArn",
    ];

    private static readonly string[] VpnGateways = ["aws:ec2/vpnGateway:VpnGateway", "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment"];

    public static Way Read(ResourceGraph graph, ResourceNode route, Func<string, PropertyValue> entry, string[] destinations, bool isCertain)
    {
        var destination = destinations.Select(entry).FirstOrDefault(value => !value.IsLeftOut)?.ToString() ?? "not set";
        var nat = entry("natGatewayId");
        if (!nat.IsLeftOut) return new(route, nat.Path, WayKind.Nat, graph.Resolve(route, nat, ResourceTypes.NatGateway).Target, destination, isCertain);
        var egressOnly = entry("egressOnlyGatewayId");
        if (!egressOnly.IsLeftOut) return new(route, egressOnly.Path, WayKind.Nat, null, destination, isCertain);
        var gateway = entry("gatewayId");
        if (gateway.IsLeftOut)
            return new(
                route, Others.Select(entry).FirstOrDefault(value => !value.IsLeftOut)?.Path ?? "",
                WayKind.Other, null, destination, isCertain);
        var internet = graph.Resolve(route, gateway, ResourceTypes.InternetGateway);
        var kind = internet.Target is not null || gateway.Text?.StartsWith("igw-", StringComparison.Ordinal) is true ? WayKind.InternetGateway
            : gateway.IsUnknown && (internet.Candidates.Count > 0 || graph.Resolve(route, gateway, VpnGateways).Target is null) ? WayKind.Unknown
            : WayKind.Other;
        return new(route, gateway.Path, kind, internet.Target, destination, isCertain);
    }
}
