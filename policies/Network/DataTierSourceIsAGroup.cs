using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class DataTierSourceIsAGroup() : FirewallRule(
    "sg-private-tier-source-is-sg",
    Rank.High,
    "An address block lets in whatever machine holds the address tomorrow; a security group lets in one tier.",
    "name the security group of the tier that connects, in place of the address block; in another region, the app subnets of a joined network")
{
    public override IReadOnlyList<string> Supersedes => ["tier-matrix-closed"];

    protected override IEnumerable<Judged> Judge(FirewallModel firewall) => firewall.Judgements
        .Where(judgement => judgement.Opening.Direction == Direction.Ingress && judgement.Opening.Groups.Any(IsData))
        .Select(judgement => new Judged(judgement, Of(judgement, firewall.Admin)));

    private static bool IsData(ResourceNode group) => TierLabels.Of(group) is { Text: { } tier } && TierMatrix.DataTiers.Contains(tier);

    private static Verdict Of(Judgement judgement, DeclaredRanges admin) => judgement.Opening.Peer switch
    {
        Peer.Block block when admin.Accepted.Contains(block.Addresses) => block.IsWhole ? Verdict.Pass : Verdict.Undetermined,
        Peer.Block when judgement.IsNeighbour == Verdict.Pass => Verdict.Pass,
        Peer.Block when judgement.IsNeighbour == Verdict.Undetermined => Verdict.Undetermined,
        Peer.Block when !judgement.Opening.Groups.All(IsData) => Verdict.Undetermined,
        Peer.Block when Doubt.MayBeAdministrators(judgement.Opening.Peer, admin) => Verdict.Undetermined,
        Peer.Block => Verdict.Fail,
        Peer.Unknown => Verdict.Undetermined,
        _ => Verdict.Pass,
    };
}
