using Infra.Policies.Firewall;
using Infra.Policies.Routing;

namespace Infra.Policies.Reachability;

/// <summary>Something with a public address in a public subnet that lets strangers in: its network ACLs, and its security groups if it has any.</summary>
public sealed record PublicEntry(ResourceNode Node, Traffic Traffic, bool IsCertain)
{
    private static readonly string[] Holders = ["instance", "networkInterface", "instanceId", "networkInterfaceId"];
    private static readonly string[] Carriers = [.. ResourceTypes.Instance, .. ResourceTypes.NetworkInterface];

    /// <summary>Certain ones first, then by their URNs.</summary>
    public static IReadOnlyList<PublicEntry> Of(ResourceGraph graph) => graph.Once(Find);

    private static IReadOnlyList<PublicEntry> Find(ResourceGraph graph)
    {
        var strangers = graph.Firewall.Judgements.Where(judgement => judgement.IsInternet && judgement.Opening.Direction == Direction.Ingress)
            .SelectMany(judgement => judgement.Opening.Groups.Select(group => (group, judgement.Opening)))
            .ToLookup(entry => entry.group, entry => entry.Opening);
        var elastic = (from address in graph.OfType(ResourceTypes.ElasticAddress)
                       from name in Holders
                       from holder in graph.Resolve(address, address[name], Carriers).Candidates
                       select holder).ToHashSet();
        var entries = graph.Firewall.Labels.Attachments.All.GroupBy(attachment => attachment.Resource)
            .Select(same => Enter(
                graph, same.Key, [.. same.SelectMany(attachment => attachment.Groups).Distinct().SelectMany(group => strangers[group])], elastic))
            .Concat(UnguardedBalancer.In(graph).Select(balancer => Enter(graph, balancer)))
            .OfType<PublicEntry>();
        return [.. entries.OrderByDescending(entry => entry.IsCertain).ThenBy(entry => entry.Node.Urn, StringComparer.Ordinal)];
    }

    private static PublicEntry? Enter(ResourceGraph graph, ResourceNode node, List<Opening> openings, HashSet<ResourceNode> elastic)
    {
        if (openings.Count == 0) return null;
        var addresses = openings.Select(opening => opening.Peer).OfType<Peer.Block>().Aggregate(CidrSet.None, (all, block) => all.Union(block.Addresses))
            .Intersect(AddressSpace.Public).Except(graph.Firewall.Admin.Accepted);
        var traffic = openings.Select(opening => opening.Traffic).OfType<Traffic>().Aggregate(Traffic.None, (all, each) => all.Union(each));
        var isKnown = openings.TrueForAll(opening => opening.Traffic is not null && opening.Groups.Count == 1);
        return Enter(graph, new(node, traffic, isKnown), addresses, hasAddress: elastic.Contains(node));
    }

    private static PublicEntry? Enter(ResourceGraph graph, UnguardedBalancer balancer) =>
        Enter(graph, new(balancer.Node, balancer.Traffic, IsCertain: !balancer.Traffic.IsEmpty), AddressSpace.Public, hasAddress: false);

    // What the groups let in is an entry if the rest of the way is open as well.
    private static PublicEntry? Enter(ResourceGraph graph, PublicEntry opened, CidrSet addresses, bool hasAddress)
    {
        var places = graph.Network.PlacesOf(opened.Node);
        var address = hasAddress ? Verdict.Pass : HasAddress(opened.Node, places);
        if (address == Verdict.Fail) return null;
        var route = IsRouted(graph, places);
        if (route == Verdict.Fail) return null;
        var (traffic, filtered) = Filter(graph, places, addresses, opened.Traffic);
        if (filtered == Verdict.Fail) return null;
        return new(opened.Node, traffic, opened.IsCertain && address == Verdict.Pass && route == Verdict.Pass && filtered == Verdict.Pass);
    }

    // A list that denies one port of several denies that one only: what passes for certain, or else what may.
    private static (Traffic Traffic, Verdict Verdict) Filter(ResourceGraph graph, SubnetPlaces places, CidrSet addresses, Traffic traffic)
    {
        if (places.Subnets.Count == 0) return (traffic, Verdict.Pass);
        var pieces = Pieces(traffic).Select(piece => (piece, verdict: In(places, subnet => Pass(graph, subnet, addresses, piece)))).ToList();
        var best = Verdicts.Any(pieces.Select(piece => piece.verdict));
        return (pieces.Where(piece => piece.verdict == best).Aggregate(Traffic.None, (all, piece) => all.Union(piece.piece)), best);
    }

    private static IEnumerable<Traffic> Pieces(Traffic traffic) => traffic.HasOthers || traffic.IsEmpty
        ? [traffic]
        : traffic.Listed.SelectMany(entry => entry.Protocol.HasPorts
            ? entry.Ports.Ranges.Select(range => Traffic.Of(entry.Protocol, PortSet.Range(range.From, range.To)))
            : [Traffic.Of(entry.Protocol, entry.Ports)]);

    private static Verdict HasAddress(ResourceNode node, SubnetPlaces places)
    {
        if (ResourceTypes.PublicBalancers.Contains(node.Type)) return Not(node["internal"]);
        if (!node["publiclyAccessible"].IsAbsent) return Is(node["publiclyAccessible"]);
        var written = node["networkInterfaces"].Items.Select(each => each["associatePublicIpAddress"]).Append(node["associatePublicIpAddress"])
            .Where(value => !value.IsAbsent).ToList();
        if (written.Count > 0) return Verdicts.Any(written.Select(Is));
        if (!IsMachine(node)) return Verdict.Fail;
        return places.Subnets.Count == 0 ? Verdict.Undetermined : In(places, GivesAddresses);
    }

    // AWS's own subnets give addresses unless they are told not to (aws_default_subnet of the provider, 2026-11).
    private static Verdict GivesAddresses(ResourceNode subnet)
    {
        var given = subnet["mapPublicIpOnLaunch"];
        return given.IsAbsent && ResourceTypes.DefaultNetwork.Contains(subnet.Type) ? Verdict.Pass : Is(given);
    }

    private static bool IsMachine(ResourceNode node) => ResourceTypes.Instance.Contains(node.Type) || ResourceTypes.LaunchTemplate.Contains(node.Type);

    private static Verdict IsRouted(ResourceGraph graph, SubnetPlaces places) => places.Subnets.Count == 0 ? Verdict.Undetermined : In(places, subnet =>
    {
        var ways = graph.Network.Routes.Of(subnet);
        return ways.Any(way => way is { Kind: WayKind.InternetGateway, IsCertain: true }) ? Verdict.Pass
            : ways.Any(way => way.Kind is WayKind.InternetGateway or WayKind.Unknown) ? Verdict.Undetermined
            : Verdict.Fail;
    });

    private static Verdict Pass(ResourceGraph graph, ResourceNode subnet, CidrSet addresses, Traffic traffic)
    {
        var (acls, isCertain) = graph.Network.Acls.Of(subnet);
        var known = subnet["ipv6CidrBlock"].IsAbsent ? addresses.Intersect(CidrSet.Of("0.0.0.0/0")) : addresses;
        if (known.IsEmpty) return Verdict.Fail;
        var verdicts = acls.Select(acl => acl is null ? Verdict.Pass : LetsIn(acl, known, traffic)).ToList();
        return !verdicts.Contains(Verdict.Fail) ? verdicts.Contains(Verdict.Undetermined) ? Verdict.Undetermined : Verdict.Pass
            : isCertain ? Verdict.Fail
            : Verdict.Undetermined;
    }

    // Of all protocols, whatever TCP gets in by.
    private static Verdict LetsIn(NetworkAcl acl, CidrSet addresses, Traffic traffic)
    {
        var asked = traffic.HasOthers ? Traffic.Of(TransportProtocol.Tcp, traffic.Ports(TransportProtocol.Tcp)) : traffic;
        return asked.IsEmpty ? Verdict.Pass : acl.LetsSomeIn(Direction.Ingress, addresses, asked);
    }

    // One subnet that lets them in is enough, unless it is not known which of them it is in.
    private static Verdict In(SubnetPlaces places, Func<ResourceNode, Verdict> verdictOn)
    {
        var verdicts = places.Subnets.Select(verdictOn).ToList();
        if (places.IsCertain) return Verdicts.Any(verdicts);
        return verdicts.Count > 0 && verdicts.TrueForAll(verdict => verdict == Verdict.Pass) ? Verdict.Pass : Verdict.Undetermined;
    }

    private static Verdict Is(PropertyValue value) => value.IsUnknown ? Verdict.Undetermined : value.Truth is true ? Verdict.Pass : Verdict.Fail;

    private static Verdict Not(PropertyValue value) => value.IsUnknown ? Verdict.Undetermined : value.Truth is true ? Verdict.Fail : Verdict.Pass;
}
