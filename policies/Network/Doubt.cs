using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

/// <summary>What keeps an opening from being judged.</summary>
internal static class Doubt
{
    /// <summary>The property that is not known.</summary>
    public static string About(Opening opening, DeclaredRanges? admin = null) => opening switch
    {
        { Traffic: null } => opening.UnknownTraffic,
        { Peer: Peer.Unknown or Peer.Block { IsWhole: false } } => opening.Property,
        { Groups.Count: > 1 } => "securityGroupId",
        _ => MayBeAdministrators(opening.Peer, admin) ? DeclaredRanges.OfAdministrators : opening.Property,
    };

    /// <summary>Whether these may be addresses of administrators, of whom some are not known.</summary>
    public static bool MayBeAdministrators(Peer peer, DeclaredRanges? admin) =>
        admin is { IsWhole: false } && peer is Peer.Block block && !DeclaredRanges.IsTooWide(block.Addresses);
}
