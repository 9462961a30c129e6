namespace Infra.Policies.Network;

public sealed class AdminRangesAreNarrow() : Rule(
    "admin-ranges-narrow",
    Rank.Critical,
    "Whoever may declare half the internet as the company's VPN, or as a partner, has no firewall for either.",
    "declare the exact blocks of the VPN, and of each partner: at most /24 of public IPv4, /48 of public IPv6, /8 of private space")
{
    public override IReadOnlyList<string> Types { get; } = [ResourceTypes.FirewallComponent];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        graph.Firewall.Admin.Objections.Concat(graph.Firewall.Partners.Objections).Select(objection =>
            objection.Verdict == Verdict.Undetermined
                ? Undetermined(objection.Component, objection.Range)
                : Fail(objection.Component, objection.Range.Path, objection.Message, objection.Message));
}
