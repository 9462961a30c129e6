using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class InternetReachesOnlyTheLoadBalancer() : FirewallRule(
    "sg-internet-port-allowlist",
    Rank.Critical,
    "Every port that strangers reach, other than the load balancer's 80 and 443, is one they can attack.",
    "remove the rule, or name a security group or a declared administrator range as its source",
    "EC2.18", "CKV_AWS_260", "CKV_AWS_277", "AwsSolutions-EC23")
{
    public override IReadOnlyList<string> Supersedes => ["tier-matrix-closed", "sg-private-tier-source-is-sg"];

    protected override IEnumerable<Judged> Judge(FirewallModel firewall) => firewall.Judgements
        .Where(judgement => judgement.Opening.Direction == Direction.Ingress && judgement.IsInternet)
        .Select(judgement => judgement.Verdict == Verdict.Fail && Doubt.MayBeAdministrators(judgement.Opening.Peer, firewall.Admin)
            ? new Judged(judgement, Verdict.Undetermined, Doubt.AboutAdministrators(judgement.Opening))
            : new Judged(judgement, judgement.Verdict));
}
