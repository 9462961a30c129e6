using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class DefaultGroupIsClosed() : FirewallRule(
    "default-sg-closed",
    Rank.High,
    "What is launched without a security group lands in the VPC's default one and gets whatever that allows.",
    "adopt the default group with no ingress and no egress, and give every resource a group of its own",
    "EC2.2", "CKV2_AWS_12", "AVD-AWS-0173")
{
    private static readonly HashSet<string> Defaults = [.. ResourceTypes.DefaultSecurityGroup, .. ResourceTypes.Vpc];

    public override IReadOnlyList<string> Supersedes =>
    [
        "sg-no-all-traffic-ingress", "sg-no-public-admin-port", "sg-no-public-data-port", "sg-internet-port-allowlist", "tier-matrix-closed",
        "sg-egress-allowlist",
    ];

    protected override IEnumerable<Judged> Judge(FirewallModel firewall) => firewall.Judgements
        .Where(judgement => judgement.Opening.Groups.Any(group => Defaults.Contains(group.Type)))
        .Select(judgement => new Judged(judgement, IsCertain(judgement.Opening) ? Verdict.Fail : Verdict.Undetermined));

    private static bool IsCertain(Opening opening) =>
        opening.Groups.Count == 1 && (opening.Traffic is not null || opening.Peer is not Peer.Unknown) && !IsPerhapsAnother(opening);

    // What is not known yet and was computed from a network may be any group that was looked up there.
    private static bool IsPerhapsAnother(Opening opening) =>
        opening.Rule["securityGroupId"].IsUnknown
        && (ResourceTypes.Vpc.Contains(opening.Groups[0].Type) || !opening.Rule.DependenciesOf("securityGroupId").Contains(opening.Groups[0].Urn));
}
