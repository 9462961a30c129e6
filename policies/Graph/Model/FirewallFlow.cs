namespace Infra.Policies;

/// <summary>Who reaches whom: one row of the firewall matrix.</summary>
/// <param name="From">
/// A tier's label, or <c>internet</c>, <c>admin</c>, a CIDR block that no tier owns, the name of a group without a tier,
/// or <c>unknown</c>.
/// </param>
/// <param name="To">The same.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, a protocol number, <c>all</c>, or <c>unknown</c>.</param>
/// <param name="FromPort">First port, 0 to 65535.</param>
/// <param name="ToPort">Last port, 0 to 65535.</param>
/// <param name="Via">URNs of the rules that open it.</param>
public sealed record FirewallFlow(string From, string To, string Protocol, int FromPort, int ToPort, IReadOnlyList<string> Via);
