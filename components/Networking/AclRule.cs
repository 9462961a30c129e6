using System.Globalization;

namespace Infra.Components.Networking;

public enum AclProtocol
{
    Tcp,

    /// <summary>The message that a packet is too large, without which long answers never arrive.</summary>
    PacketTooBig,
}

/// <summary>One line of a network ACL, which allows; what no line allows is refused. ACLs keep no state: replies need lines, too.</summary>
/// <param name="Key">Unique within one direction of an ACL, frozen.</param>
/// <param name="Number">Unique within one direction of an ACL, frozen: a new number replaces the line.</param>
/// <param name="Direction">In or out, seen from the subnets.</param>
/// <param name="Block">IPv4 or IPv6.</param>
/// <param name="FromPort">TCP only.</param>
/// <param name="ToPort">TCP only.</param>
/// <param name="Protocol">What it is.</param>
public sealed record AclRule(
    string Key, int Number, RuleDirection Direction, string Block, int FromPort = 0, int ToPort = 0, AclProtocol Protocol = AclProtocol.Tcp)
{
    public bool IsIpv6 => Block.Contains(':', StringComparison.Ordinal);

    public string Name => $"{Key}-{(Direction is RuleDirection.Ingress ? "ingress" : "egress")}";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number} {Name} {Block} {(Protocol is AclProtocol.Tcp ? $"tcp {FromPort}-{ToPort}" : "packet too big")}");
}
