namespace Infra.Policies.Firewall;

/// <summary>Reads every form in which a security group's rules can be written: standalone, legacy and inline.</summary>
public sealed class OpeningReader(ResourceGraph graph)
{
    private readonly PeerReader _peers = new(graph);

    public IEnumerable<Opening> Read() =>
    [
        .. graph.OfType(ResourceTypes.IngressRule).SelectMany(rule => Standalone(rule, Direction.Ingress)),
        .. graph.OfType(ResourceTypes.EgressRule).SelectMany(rule => Standalone(rule, Direction.Egress)),
        .. graph.OfType(ResourceTypes.LegacySecurityGroupRule).SelectMany(Legacy),
        .. graph.OfType([.. ResourceTypes.SecurityGroup, .. ResourceTypes.DefaultSecurityGroup]).SelectMany(Inline),
    ];

    private IEnumerable<Opening> Standalone(ResourceNode rule, Direction direction)
    {
        var owner = OwnerOf(rule);
        var (traffic, unknown) = TrafficReader.Read(rule["ipProtocol"], rule["fromPort"], rule["toPort"]);
        var written = _peers.Addresses(rule["cidrIpv4"])
            .Concat(_peers.Addresses(rule["cidrIpv6"]))
            .Concat(_peers.PrefixList(rule, rule["prefixListId"]))
            .Concat(_peers.Group(rule, rule["referencedSecurityGroupId"]));
        return Openings(rule, owner, direction, written, traffic, unknown, rule["cidrIpv4"]);
    }

    private IEnumerable<Opening> Legacy(ResourceNode rule)
    {
        var owner = OwnerOf(rule);
        var (traffic, unknown) = TrafficReader.Read(rule["protocol"], rule["fromPort"], rule["toPort"]);
        var written = Peers(rule, rule.Properties, rule["sourceSecurityGroupId"], owner.Groups).ToList();
        Direction[] directions = rule["type"].Text switch
        {
            "ingress" => [Direction.Ingress],
            "egress" => [Direction.Egress],
            _ => [Direction.Ingress, Direction.Egress],
        };
        return directions.SelectMany(direction => Openings(rule, owner, direction, written, traffic, unknown, rule["cidrBlocks"]));
    }

    private IEnumerable<Opening> Inline(ResourceNode group) =>
        Inline(group, group["ingress"], Direction.Ingress).Concat(Inline(group, group["egress"], Direction.Egress));

    private IEnumerable<Opening> Inline(ResourceNode group, PropertyValue rules, Direction direction)
    {
        var owner = new Owner([group], group.Name, IsUnknown: false);
        if (rules.IsUnknown)
            return Openings(group, owner, direction, [], null, rules.Path, rules);
        return rules.Items.SelectMany(item =>
        {
            if (item.IsUnknown) return Openings(group, owner, direction, [], null, item.Path, item);
            var (traffic, unknown) = TrafficReader.Read(item["protocol"], item["fromPort"], item["toPort"]);
            return Openings(group, owner, direction, Peers(group, item, item["securityGroups"], [group]), traffic, unknown, item["cidrBlocks"]);
        });
    }

    private IEnumerable<(Peer Peer, string Property)> Peers(
        ResourceNode rule, PropertyValue written, PropertyValue groups, IReadOnlyList<ResourceNode> own) =>
    [
        .. PeerReader.EachOf(written["cidrBlocks"]).SelectMany(_peers.Addresses),
        .. PeerReader.EachOf(written["ipv6CidrBlocks"]).SelectMany(_peers.Addresses),
        .. PeerReader.EachOf(written["prefixListIds"]).SelectMany(list => _peers.PrefixList(rule, list)),
        .. PeerReader.EachOf(groups).SelectMany(group => _peers.Group(rule, group)),
        .. PeerReader.Self(written["self"], own),
    ];

    // A rule without any peer is refused by EC2; it is kept as an unknown one, so that nothing is passed over.
    private static IEnumerable<Opening> Openings(
        ResourceNode rule, Owner owner, Direction direction, IEnumerable<(Peer Peer, string Property)> peers, Traffic? traffic, string unknown,
        PropertyValue missing) => peers
        .DefaultIfEmpty((new Peer.Unknown(missing.Path), missing.Path))
        .Select(peer => new Opening
        {
            Direction = direction,
            Rule = rule,
            Property = peer.Property,
            Groups = owner.Groups,
            IsGroupUnknown = owner.IsUnknown,
            GroupText = owner.Text,
            Peer = peer.Peer,
            Traffic = traffic,
            UnknownTraffic = unknown,
        });

    private Owner OwnerOf(ResourceNode rule)
    {
        var written = rule["securityGroupId"];
        var groups = _peers.GroupsMeant(rule, written);
        return new(
            groups,
            groups.Count > 0 ? string.Join(" or ", groups.Select(group => group.Name)) : written.ToString(),
            groups.Count == 0 && !written.IsKnown);
    }

    private sealed record Owner(IReadOnlyList<ResourceNode> Groups, string Text, bool IsUnknown);
}
