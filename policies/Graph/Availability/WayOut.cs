using Infra.Policies.Routing;

namespace Infra.Policies.Availability;

/// <summary>A subnet and the NAT gateway by which it reaches the internet.</summary>
public sealed record WayOut(ResourceNode Subnet, string? Zone, ResourceNode Gateway, string? GatewayZone, bool IsCertain)
{
    public static IEnumerable<WayOut> Of(ResourceGraph graph) =>
        from subnet in graph.OfType(ResourceTypes.Subnet)
        from way in graph.Network.Routes.Of(subnet)
        where way.Kind == WayKind.Nat
        let gateway = way.Gateway
        where gateway is not null
        let place = graph.Resolve(gateway, gateway["subnetId"], ResourceTypes.Subnet).Target
        select new WayOut(subnet, Part.ZoneOf(subnet), gateway, place is null ? null : Part.ZoneOf(place), way.IsCertain);

    // What is in the zone itself is gone anyway.
    public Stop? Without(string zone) => GatewayZone == zone && Zone != zone
        ? new(Subnet.Urn, IsCertain && Zone is not null, $"{Subnet.Name} loses its way out, which is {Gateway.Name}", "give each zone a NAT gateway of its own")
        : null;
}
