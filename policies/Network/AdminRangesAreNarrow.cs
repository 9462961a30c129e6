namespace Infra.Policies.Network;

public sealed class AdminRangesAreNarrow() : Rule(
    "admin-ranges-narrow",
    Rank.Critical,
    "Whoever may declare half the internet as the company's VPN has no firewall for administrators.",
    "declare the exact blocks of the VPN: at most /24 of public IPv4, /48 of public IPv6, /8 of private space")
{
    public override IReadOnlyList<string> Types { get; } = [ResourceTypes.FirewallComponent];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.Firewall.Admin.Objections.Select(objection =>
        objection.Verdict == Verdict.Undetermined
            ? Undetermined(objection.Component, objection.Range)
            : Fail(objection.Component, objection.Range.Path, objection.Message, objection.Message));
}
