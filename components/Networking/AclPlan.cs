using System.Security.Cryptography;
using System.Text;

namespace Infra.Components.Networking;

/// <summary>
/// The lines of a tier's network ACL: a second wall behind the security groups, coarser than they are. Public subnets answer visitors,
/// app subnets talk to each other and go out by HTTPS, data subnets talk to app subnets and to nobody else.
/// </summary>
public static class AclPlan
{
    /// <summary>
    /// Lines of one direction; AWS's default quota (VPC user guide, "Amazon VPC quotas", read 2026-11). Today's guide does not say whether the
    /// versions of IP count together; an older one says that they do not, so only more lines of one version are refused for certain.
    /// </summary>
    public const int RuleQuota = 20;

    private const string Ipv4 = "0.0.0.0/0";
    private const string Ipv6 = "::/0";
    private const int LastPort = 65535;

    // From where load balancers and NAT gateways open connections (VPC user guide, "Ephemeral ports", read 2026-11).
    private const int FirstUnprivilegedPort = 1024;

    // From where Linux opens connections, net.ipv4.ip_local_port_range.
    private const int FirstLinuxPort = 32768;
    private const int LastLinuxPort = 60999;

    private const int FirstRangeNumber = 1000;
    private const int RangeNumbers = 30_000;

    /// <summary>Too many lines, or two ranges that would get the same number.</summary>
    public static IEnumerable<string> Check(AddressPlan plan, OutsideRanges ranges)
    {
        foreach (var tier in SubnetTier.All)
            foreach (var rules in Of(tier, plan, ranges).GroupBy(rule => (rule.Direction, rule.IsIpv6)).Where(rules => rules.Count() > RuleQuota))
                yield return $"The network ACL of the {tier} subnets would hold {rules.Count()} {rules.Key.Direction.ToString().ToLowerInvariant()} "
                    + $"rules of {(rules.Key.IsIpv6 ? "IPv6" : "IPv4")}; AWS's quota is {RuleQuota}. "
                    + "Join address ranges of administrators, partners or neighbours.";
        foreach (var (whose, all) in new[] { ("admin", ranges.Admins), ("partner", ranges.Partners), ("neighbour", ranges.Neighbours) })
            foreach (var same in all.GroupBy(NumberOf).Where(same => same.Count() > 1))
                yield return $"The {whose} ranges {string.Join(" and ", same)} would get the same number in a network ACL. Split or join one of them.";
    }

    /// <param name="tier">Of the subnets.</param>
    /// <param name="plan">Of the network.</param>
    /// <param name="ranges">Who comes from outside it.</param>
    public static IReadOnlyList<AclRule> Of(SubnetTier tier, AddressPlan plan, OutsideRanges ranges)
    {
        if (tier == SubnetTier.Public) return Public(plan, ranges.Partners);
        return tier == SubnetTier.App ? App(plan, ranges.Admins) : Data(plan, ranges.Neighbours);
    }

    private static IReadOnlyList<AclRule> Public(AddressPlan plan, IReadOnlyList<Cidr> partnerRanges) =>
    [
        In("http", 200, Ipv4, 80),
        In("http-ipv6", 201, Ipv6, 80),
        In("https", 210, Ipv4, 443),
        In("https-ipv6", 211, Ipv6, 443),
        In("replies", 220, Ipv4, FirstUnprivilegedPort, LastPort),
        .. PacketTooBig(RuleDirection.Ingress),
        .. FromRanges("partner", partnerRanges),
        Out("http", 200, plan.Vpc.ToString(), 80),
        Out("https", 210, Ipv4, 443),
        Out("replies", 220, Ipv4, FirstUnprivilegedPort, LastPort),
        Out("replies-ipv6", 221, Ipv6, FirstUnprivilegedPort, LastPort),
        .. PacketTooBig(RuleDirection.Egress),
    ];

    private static IReadOnlyList<AclRule> App(AddressPlan plan, IReadOnlyList<Cidr> adminRanges) =>
    [
        .. Neighbours(plan, SubnetTier.App, 100, 0),
        // From anywhere: a network load balancer passes on the addresses of its visitors.
        In("http", 200, Ipv4, 80),
        In("replies", 220, Ipv4, FirstLinuxPort, LastLinuxPort),
        In("replies-ipv6", 221, Ipv6, FirstLinuxPort, LastLinuxPort),
        .. PacketTooBig(RuleDirection.Ingress),
        .. FromRanges("admin", adminRanges),
        Out("https", 210, Ipv4, 443),
        Out("https-ipv6", 211, Ipv6, 443),
        Out("replies", 220, Ipv4, FirstUnprivilegedPort, LastPort),
        .. PacketTooBig(RuleDirection.Egress),
    ];

    // Every port of a store lies above the first 1024, and so do the replies.
    private static IReadOnlyList<AclRule> Data(AddressPlan plan, IReadOnlyList<Cidr> neighbours) =>
    [
        .. Neighbours(plan, SubnetTier.App, 100, FirstUnprivilegedPort),
        .. Neighbours(plan, SubnetTier.Data, 120, 0),
        .. neighbours.Distinct().SelectMany(range => Enum.GetValues<RuleDirection>().Select(direction =>
            new AclRule(KeyOf("neighbour", range), NumberOf(range), direction, range.ToString(), FirstUnprivilegedPort, LastPort))),
    ];

    private static IEnumerable<AclRule> Neighbours(AddressPlan plan, SubnetTier tier, int firstNumber, int firstPort) =>
        from subnet in plan.Of(tier)
        from direction in Enum.GetValues<RuleDirection>()
        select new AclRule(subnet.Key, firstNumber + subnet.ZoneIndex, direction, subnet.Block.ToString(), firstPort, LastPort);

    private static IEnumerable<AclRule> FromRanges(string whose, IReadOnlyList<Cidr> ranges) =>
        ranges.Distinct().Select(range => In(KeyOf(whose, range), NumberOf(range), range.ToString(), 22));

    private static string KeyOf(string whose, Cidr range) => $"{whose}-{range.ToString().Replace('/', '-')}";

    private static IEnumerable<AclRule> PacketTooBig(RuleDirection direction) =>
    [
        new("too-big", 230, direction, Ipv4, Protocol: AclProtocol.PacketTooBig),
        new("too-big-ipv6", 231, direction, Ipv6, Protocol: AclProtocol.PacketTooBig),
    ];

    private static AclRule In(string key, int number, string block, int fromPort, int? toPort = null) =>
        new(key, number, RuleDirection.Ingress, block, fromPort, toPort ?? fromPort);

    private static AclRule Out(string key, int number, string block, int fromPort, int? toPort = null) =>
        new(key, number, RuleDirection.Egress, block, fromPort, toPort ?? fromPort);

    // By what it is, not by its place in the list: another range changes no number.
    private static int NumberOf(Cidr range)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(range.ToString()));
        return FirstRangeNumber + (((hash[0] << 16) | (hash[1] << 8) | hash[2]) % RangeNumbers);
    }
}
