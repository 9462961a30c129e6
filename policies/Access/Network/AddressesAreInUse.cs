namespace Infra.Policies.Network;

public sealed class AddressesAreInUse() : ResourceRule(
    "orphan-address",
    Rank.Low,
    AddressTypes,
    "A public address that nothing uses is paid for by the hour.",
    "attach it to a NAT gateway or a network load balancer, or release it")
{
    private static readonly IReadOnlyList<string> Associations = ["aws:ec2/eipAssociation:EipAssociation"];

    public override IReadOnlyList<string> Types { get; } = [.. AddressTypes, .. Associations, .. ResourceTypes.NatGateway];

    private static IReadOnlyList<string> AddressTypes { get; } = ["aws:ec2/eip:Eip"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!resource["instance"].IsAbsent || !resource["networkInterface"].IsAbsent) return [];
        var gateways = graph.PointingTo(resource, AddressTypes, ResourceTypes.NatGateway, "allocationId");
        if (gateways.Any(gateway => graph.Resolve(gateway, gateway["allocationId"], AddressTypes).Target == resource)) return [];
        var users = graph.UsersOf(resource).ToList();
        if (users.Exists(edge => !edge.Ambiguous)) return [];
        return users.Count > 0
            ? [Undetermined(resource, "allocationId", $"whether {users[0].From.Name} uses it is not known before the deployment")]
            : [Fail(resource, null, "nothing uses it")];
    }
}
