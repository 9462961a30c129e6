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
        .Select(judgement => Of(judgement, firewall.Admin));

    private static bool IsData(ResourceNode group) => TierLabels.Of(group) is { Text: { } tier } && TierMatrix.DataTiers.Contains(tier);

    private static Judged Of(Judgement judgement, DeclaredRanges admin) => judgement.Opening.Peer switch
    {
        Peer.Block block when admin.Accepted.Contains(block.Addresses) => new(judgement, block.IsWhole ? Verdict.Pass : Verdict.Undetermined),
        Peer.Block when judgement.IsNeighbour == Verdict.Pass => new(judgement, Verdict.Pass),
        Peer.Block when judgement.IsNeighbour == Verdict.Undetermined => new(judgement, Verdict.Undetermined, judgement.UnknownNeighbour),
        Peer.Block when Doubt.MayBeAdministrators(judgement.Opening.Peer, admin) =>
            new(judgement, Verdict.Undetermined, Doubt.AboutAdministrators(judgement.Opening)),
        Peer.Block when !judgement.Opening.Groups.All(IsData) => new(judgement, Verdict.Undetermined),
        Peer.Block => new(judgement, Verdict.Fail),
        Peer.Unknown => new(judgement, Verdict.Undetermined),
        _ => new(judgement, Verdict.Pass),
    };
}
