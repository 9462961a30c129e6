using System.Globalization;

namespace Infra.Components.Networking;

public enum RuleDirection
{
    Ingress,
    Egress,
}

/// <summary>What a rule names at its other end: exactly one of the kinds that AWS knows.</summary>
public abstract record RuleEnd
{
    private RuleEnd()
    {
    }

    public sealed record Group(TierPeer Tier) : RuleEnd;

    public sealed record Range(Cidr Block) : RuleEnd;

    /// <summary>All of IPv6.</summary>
    public sealed record Ipv6Internet : RuleEnd
    {
        public const string Block = "::/0";
    }

    /// <param name="List">Whose addresses it holds.</param>
    /// <param name="Weight">How many rules it counts as.</param>
    public sealed record PrefixList(CloudFront List, int Weight) : RuleEnd;
}

/// <summary>One half of a flow on one port: what one security group lets in or out.</summary>
/// <param name="Group">The tier whose security group holds the rule.</param>
/// <param name="Direction">In or out, seen from that tier.</param>
/// <param name="Port">TCP.</param>
/// <param name="Other">The other end.</param>
/// <param name="Name">Stable and unique within a firewall.</param>
/// <param name="Description">Within the characters that AWS allows here.</param>
public sealed record FirewallRule(TierPeer Group, RuleDirection Direction, int Port, RuleEnd Other, string Name, string Description)
{
    /// <summary>As many rules as CloudFront's prefix list counts for (VPC user guide, "AWS-managed prefix lists", read 2026-11).</summary>
    public const int CloudFrontWeight = 55;

    /// <summary>How much of the quota it takes up: what names a prefix list counts as all that the list may hold.</summary>
    public int Weight => Other is RuleEnd.PrefixList list ? list.Weight : 1;

    /// <summary>Both halves of a flow where both ends have a security group, else the half that exists.</summary>
    public static IEnumerable<FirewallRule> Of(Flow flow) => flow.Ports.SelectMany(port => Of(flow, port));

    private static IEnumerable<FirewallRule> Of(Flow flow, int port) => (flow.From, flow.To) switch
    {
        (TierPeer source, TierPeer target) =>
        [
            Make(flow, port, source, RuleDirection.Egress, new RuleEnd.Group(target), target.Key),
            Make(flow, port, target, RuleDirection.Ingress, new RuleEnd.Group(source), source.Key),
        ],
        (Internet, TierPeer target) => Everyone(flow, port, target, RuleDirection.Ingress),
        (TierPeer source, Internet) => Everyone(flow, port, source, RuleDirection.Egress),
        (CloudFront cloudFront, TierPeer target) =>
        [
            Make(flow, port, target, RuleDirection.Ingress, new RuleEnd.PrefixList(cloudFront, CloudFrontWeight), cloudFront.Key),
        ],
        (Administrators admin, TierPeer target) => FromRanges(flow, port, target, admin.Ranges),
        (Partners partners, TierPeer target) => FromRanges(flow, port, target, partners.Ranges),
        (Neighbours neighbours, TierPeer target) => FromRanges(flow, port, target, neighbours.Ranges),
        (TierPeer source, RemoteDatabases databases) => ToRanges(flow, port, source, databases.Ranges),
        _ => [],
    };

    private static IEnumerable<FirewallRule> FromRanges(Flow flow, int port, TierPeer target, IReadOnlyList<Cidr> ranges) =>
        ranges.Select(range => Make(flow, port, target, RuleDirection.Ingress, new RuleEnd.Range(range), $"{flow.From}-{range.ToString().Replace('/', '-')}"));

    private static IEnumerable<FirewallRule> ToRanges(Flow flow, int port, TierPeer source, IReadOnlyList<Cidr> ranges) =>
        ranges.Select(range => Make(flow, port, source, RuleDirection.Egress, new RuleEnd.Range(range), $"{flow.To}-{range.ToString().Replace('/', '-')}"));

    private static FirewallRule[] Everyone(Flow flow, int port, TierPeer group, RuleDirection direction) =>
    [
        Make(flow, port, group, direction, new RuleEnd.Range(Internet.Block), "internet"),
        Make(flow, port, group, direction, new RuleEnd.Ipv6Internet(), "internet-ipv6"),
    ];

    private static FirewallRule Make(Flow flow, int port, TierPeer group, RuleDirection direction, RuleEnd other, string otherKey)
    {
        var isIngress = direction is RuleDirection.Ingress;
        var (from, to) = isIngress ? (otherKey, group.Key) : (group.Key, otherKey);
        return new(group, direction, port, other,
            string.Create(CultureInfo.InvariantCulture, $"{from}-to-{to}-{port}-{(isIngress ? "ingress" : "egress")}"),
            string.Create(CultureInfo.InvariantCulture, $"{flow} on TCP {port}"));
    }
}
