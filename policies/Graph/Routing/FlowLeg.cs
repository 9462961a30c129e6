using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>One crossing of one subnet's border that a flow needs: there or back, at its source or at its target.</summary>
/// <param name="Subnet">Whose ACL is asked.</param>
/// <param name="Direction">Seen from the subnet.</param>
/// <param name="Addresses">At the other end; null if they are not known.</param>
/// <param name="Far">The other end, for messages.</param>
/// <param name="Traffic">What has to pass.</param>
/// <param name="What">The requests or their replies.</param>
/// <param name="IsCertain">Whether the flow is in this subnet for sure.</param>
public sealed record FlowLeg(ResourceNode Subnet, Direction Direction, CidrSet? Addresses, string Far, Traffic Traffic, string What, bool IsCertain)
{
    public const string Requests = "the request";
    public const string Replies = "replies";

    // Load balancers, NAT gateways and strangers open connections from any of these ports, Linux from the narrower range
    // (Amazon VPC user guide, "Ephemeral ports", and net.ipv4.ip_local_port_range, read 2026-11).
    private static readonly Traffic AnyClient = Traffic.Of(TransportProtocol.Tcp, PortSet.Range(1024, 65535));
    private static readonly Traffic LinuxClient = Traffic.Of(TransportProtocol.Tcp, PortSet.Range(32768, 60999));

    private static readonly CidrSet Ipv4 = CidrSet.Of("0.0.0.0/0");
    private static readonly string[] Balancers = ["load-balancer", "internal-load-balancer"];

    public static IEnumerable<FlowLeg> Of(Judgement judgement, ResourceGraph graph)
    {
        var opening = judgement.Opening;
        var requests = Traffic.Of(TransportProtocol.Tcp, opening.Traffic!.Ports(TransportProtocol.Tcp));
        if (requests.IsEmpty) return [];
        var own = graph.Network.PlacesOfGroup(opening.Groups[0]);
        return (opening.Direction, opening.Peer) switch
        {
            (_, Peer.Block { Addresses.IsEmpty: true }) => [],
            (Direction.Ingress, Peer.Block block) => AtTarget(own, [], block.Addresses, block.Text, requests, AnyClient),
            (Direction.Ingress, Peer.Group { Candidates: [var source] }) => Between(source, own, requests, graph),
            (Direction.Egress, Peer.Block block) when block.Addresses.Overlaps(AddressSpace.Public)
                || judgement.To.StartsWith(TierMatrix.RemoteDatabase, StringComparison.Ordinal) =>
                AtSource(own, [], block.Addresses, block.Text, requests, ClientIn(opening.Groups[0])),
            (Direction.Ingress, Peer.Unknown) => AtTarget(own, [], null, "the other end", requests, AnyClient),
            (Direction.Egress, Peer.Unknown) => AtSource(own, [], null, "the other end", requests, ClientIn(opening.Groups[0])),
            _ => [],
        };
    }

    private static IEnumerable<FlowLeg> Between(ResourceNode source, SubnetPlaces targets, Traffic requests, ResourceGraph graph)
    {
        var sources = graph.Network.PlacesOfGroup(source);
        var replies = ClientIn(source);
        return sources.Subnets.SelectMany(from => AtTarget(targets, [from], BlockOf(from), from.Name, requests, replies, sources.IsCertain))
            .Concat(targets.Subnets.SelectMany(to => AtSource(sources, [to], BlockOf(to), to.Name, requests, replies, targets.IsCertain)));
    }

    private static IEnumerable<FlowLeg> AtTarget(
        SubnetPlaces places, ResourceNode[] far, CidrSet? addresses, string text, Traffic requests, Traffic replies, bool isCertain = true) =>
        Crossings(places, far, addresses, isCertain).SelectMany(at => new FlowLeg[]
        {
            new(at.Subnet, Direction.Ingress, at.Addresses, text, requests, Requests, at.IsCertain),
            new(at.Subnet, Direction.Egress, at.Addresses, text, replies, Replies, at.IsCertain),
        });

    private static IEnumerable<FlowLeg> AtSource(
        SubnetPlaces places, ResourceNode[] far, CidrSet? addresses, string text, Traffic requests, Traffic replies, bool isCertain = true) =>
        Crossings(places, far, addresses, isCertain).SelectMany(at => new FlowLeg[]
        {
            new(at.Subnet, Direction.Egress, at.Addresses, text, requests, Requests, at.IsCertain),
            new(at.Subnet, Direction.Ingress, at.Addresses, text, replies, Replies, at.IsCertain),
        });

    // An ACL is asked at the border of a subnet, not within it.
    private static IEnumerable<(ResourceNode Subnet, CidrSet? Addresses, bool IsCertain)> Crossings(
        SubnetPlaces places, ResourceNode[] far, CidrSet? addresses, bool isCertain) => places.Subnets.Except(far)
        .Select(subnet => (subnet, Reachable(subnet, addresses), isCertain && places.IsCertain))
        .Where(at => at.Item2 is null or { IsEmpty: false });

    // A subnet without IPv6 neither hears nor answers it.
    private static CidrSet? Reachable(ResourceNode subnet, CidrSet? addresses) =>
        addresses is null || !subnet["ipv6CidrBlock"].IsAbsent ? addresses : addresses.Intersect(Ipv4);

    private static CidrSet? BlockOf(ResourceNode subnet) => CidrSet.Parse(subnet["cidrBlock"].Text ?? "");

    private static Traffic ClientIn(ResourceNode group) => Balancers.Contains(TierLabels.Of(group).Text) ? AnyClient : LinuxClient;
}
