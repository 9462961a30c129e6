using Infra.Policies.Routing;

namespace Infra.Policies.Network;

public sealed class PrivateSubnetsHaveNoWayIn() : Rule(
    "private-subnet-no-igw",
    Rank.High,
    "A route to the internet gateway makes a subnet public, whatever it is called: its security groups are then the only wall left.",
    "route app subnets through a NAT gateway or an egress-only gateway, and data subnets through neither")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.Subnet, .. ResourceTypes.Route, .. ResourceTypes.RouteTable, .. ResourceTypes.RouteTableAssociation,
        .. ResourceTypes.MainRouteTableAssociation, .. ResourceTypes.InternetGateway, .. ResourceTypes.NatGateway,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.OfType(ResourceTypes.Subnet)
        .Where(subnet => !SubnetLabel.Of(subnet).IsAbsent && SubnetLabel.Text(subnet) != SubnetLabel.Public)
        .SelectMany(subnet => graph.Network.Routes.Of(subnet).SelectMany(way => Check(subnet, way)))
        .DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));

    private IEnumerable<Finding> Check(ResourceNode subnet, Way way)
    {
        var label = SubnetLabel.Of(subnet);
        var path = $"{subnet.Name} ({label}) -> {way.Destination} via {way.Gateway?.Name ?? Words(way.Kind)} by {way.Route.Name}";
        var isForbidden = way.Kind == WayKind.InternetGateway || (way.Kind == WayKind.Nat && label.Text == SubnetLabel.Data);
        if (isForbidden && way.IsCertain && label.IsKnown)
            yield return Fail(way.Route, way.Property, path, subnet.Name);
        else if (isForbidden || way.Kind == WayKind.Unknown || (label.IsUnknown && way.Kind == WayKind.Nat))
            yield return Undetermined(way.Route, way.Property, $"{path}: {Unknown(label, way)} is not known before the deployment", subnet.Name);
    }

    private static string Unknown(PropertyValue label, Way way) =>
        label.IsUnknown ? $"the subnet's {label.Path}" : way.IsCertain ? way.Property : "which subnet it is for";

    private static string Words(WayKind kind) => kind switch
    {
        WayKind.InternetGateway => "an internet gateway",
        WayKind.Nat => "a NAT or egress-only gateway",
        _ => "a gateway",
    };
}
