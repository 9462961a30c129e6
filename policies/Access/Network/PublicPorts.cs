using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

/// <summary>Judges what public space can reach of a list of ports.</summary>
internal static class PublicPorts
{
    public static IEnumerable<Judged> Judge(FirewallModel firewall, Traffic ports, bool adminMay) =>
        firewall.Judgements
            .Where(judgement => judgement.Opening.Direction == Direction.Ingress && IsPublic(judgement, adminMay))
            .Select(judgement => Of(judgement, ports, adminMay ? firewall.Admin : null));

    private static bool IsPublic(Judgement judgement, bool adminMay) => judgement.Opening.Peer switch
    {
        Peer.Unknown => true,
        Peer.Block { IsWhole: false } => true,
        Peer.Block block => adminMay ? judgement.IsInternet : block.Addresses.Overlaps(AddressSpace.Public),
        _ => false,
    };

    private static Judged Of(Judgement judgement, Traffic ports, DeclaredRanges? admin)
    {
        if (judgement.Verdict == Verdict.Pass) return new(judgement, Verdict.Pass);
        if (judgement.Opening.Traffic is not { } traffic) return new(judgement, Verdict.Undetermined);
        if (!traffic.Overlaps(ports)) return new(judgement, Verdict.Pass);
        if (Doubt.MayBeAdministrators(judgement.Opening.Peer, admin)) return new(judgement, Verdict.Undetermined, Doubt.AboutAdministrators(judgement.Opening));
        return new(judgement, judgement.Opening.Peer is Peer.Block { Addresses: var known } && known.Overlaps(AddressSpace.Public)
            ? judgement.Verdict
            : Verdict.Undetermined);
    }
}
