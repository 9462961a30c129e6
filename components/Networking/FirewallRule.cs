using System.Globalization;

namespace Infra.Components.Networking;

public enum RuleDirection
{
    Ingress,
    Egress,
}

/// <summary>One half of a flow on one port: what one security group lets in or out.</summary>
/// <param name="Group">The tier whose security group holds the rule.</param>
/// <param name="Direction">In or out, seen from that tier.</param>
/// <param name="Port">TCP.</param>
/// <param name="Tier">The tier at the other end, or null if that is an address range.</param>
/// <param name="Range">The address range at the other end, or null if that is a tier.</param>
/// <param name="Name">Stable and unique within a firewall.</param>
/// <param name="Description">Within the characters that AWS allows here.</param>
public sealed record FirewallRule(
    TierPeer Group, RuleDirection Direction, int Port, TierPeer? Tier, Cidr? Range, string Name, string Description)
{
    /// <summary>Both halves of a flow where both ends have a security group, else the half that exists.</summary>
    public static IEnumerable<FirewallRule> Of(Flow flow) => flow.Ports.SelectMany(port => Of(flow, port));

    private static IEnumerable<FirewallRule> Of(Flow flow, int port) => (flow.From, flow.To) switch
    {
        (TierPeer source, TierPeer target) =>
            [Between(flow, port, source, RuleDirection.Egress, target), Between(flow, port, target, RuleDirection.Ingress, source)],
        (Internet, TierPeer target) => [WithRange(flow, port, target, RuleDirection.Ingress, Internet.Block, flow.From.Key)],
        (TierPeer source, Internet) => [WithRange(flow, port, source, RuleDirection.Egress, Internet.Block, flow.To.Key)],
        (Administrators admin, TierPeer target) => admin.Ranges.Select(range =>
            WithRange(flow, port, target, RuleDirection.Ingress, range, $"{admin}-{range.ToString().Replace('/', '-')}")),
        _ => [],
    };

    private static FirewallRule Between(Flow flow, int port, TierPeer group, RuleDirection direction, TierPeer other) => new(
        group, direction, port, other, null, NameOf(flow.From.Key, flow.To.Key, port, direction), Describe(flow, port));

    private static FirewallRule WithRange(Flow flow, int port, TierPeer group, RuleDirection direction, Cidr range, string rangeKey)
    {
        var (from, to) = direction is RuleDirection.Ingress ? (rangeKey, flow.To.Key) : (flow.From.Key, rangeKey);
        return new(group, direction, port, null, range, NameOf(from, to, port, direction), Describe(flow, port));
    }

    private static string NameOf(string from, string to, int port, RuleDirection direction) =>
        string.Create(CultureInfo.InvariantCulture, $"{from}-to-{to}-{port}-{(direction is RuleDirection.Ingress ? "ingress" : "egress")}");

    private static string Describe(Flow flow, int port) => string.Create(CultureInfo.InvariantCulture, $"{flow} on TCP {port}");
}
