using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class NoWholesaleIngress() : FirewallRule(
    "sg-no-all-traffic-ingress",
    Rank.Critical,
    "A rule for every port, or for a range that merely contains the declared one, also opens what is started tomorrow.",
    "open exactly the declared ports, one rule each",
    "CKV_AWS_277", "EC2.18")
{
    public override IReadOnlyList<string> Supersedes =>
    [
        "sg-no-public-admin-port", "sg-no-public-data-port", "sg-internet-port-allowlist", "tier-matrix-closed", "sg-private-tier-source-is-sg",
    ];

    protected override IEnumerable<Judged> Judge(FirewallModel firewall) => firewall.Judgements
        .Where(judgement => judgement.Opening.Direction == Direction.Ingress)
        .Select(judgement => new Judged(judgement, Of(judgement)));

    private static Verdict Of(Judgement judgement)
    {
        if (judgement.Opening.Traffic is not { } traffic) return Verdict.Undetermined;
        if (!traffic.IsWholesale) return judgement.Verdict == Verdict.Fail && !judgement.Declared.IsEmpty ? Verdict.Fail : Verdict.Pass;
        return judgement.Opening.Peer is not Peer.Block { Addresses.IsEmpty: true } list ? Verdict.Fail
            : list.IsWhole ? Verdict.Pass
            : Verdict.Undetermined;
    }
}
