using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class EgressIsAllowlisted() : FirewallRule(
    "sg-egress-allowlist",
    Rank.High,
    "Whoever breaks into a machine needs a way out for the data and a way in for the tools; open egress is both.",
    "allow egress only to the declared tiers, and from machines to port 443",
    "CKV_AWS_382", "AVD-AWS-0104")
{
    protected override IEnumerable<Judged> Judge(FirewallModel firewall) => firewall.Judgements
        .Where(judgement => judgement.Opening.Direction == Direction.Egress)
        .Select(judgement => new Judged(judgement, judgement.Verdict));
}
