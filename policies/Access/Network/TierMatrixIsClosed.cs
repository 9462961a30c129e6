using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class TierMatrixIsClosed() : FirewallRule(
    "tier-matrix-closed",
    Rank.Critical,
    "What nobody declared, nobody reviews: a breach of one tier must not become a breach of the next.",
    "remove the rule, or declare the path in the tier matrix with the reason for it")
{
    protected override IEnumerable<Judged> Judge(FirewallModel firewall) => firewall.Judgements
        .Where(judgement => judgement.Opening.Direction == Direction.Ingress)
        .Select(judgement => new Judged(judgement, judgement.Verdict));
}
