using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

/// <summary>What keeps an opening from being judged.</summary>
internal static class Doubt
{
    /// <summary>The property that is not known.</summary>
    public static string About(Opening opening) => opening switch
    {
        { Traffic: null } => opening.UnknownTraffic,
        { Peer: Peer.Unknown or Peer.Block { IsWhole: false } } => opening.Property,
        { Groups.Count: > 1 } => "securityGroupId",
        _ => opening.Property,
    };

    /// <summary>The property that is not known where addresses may be those of administrators; null if the opening itself says it.</summary>
    public static string? AboutAdministrators(Opening opening) => opening.Peer is Peer.Block { IsWhole: false } ? null : DeclaredRanges.OfAdministrators;

    /// <summary>Whether these may be addresses of administrators, of whom some are not known.</summary>
    public static bool MayBeAdministrators(Peer peer, DeclaredRanges? admin) =>
        admin is { IsWhole: false } && peer is Peer.Block block && !DeclaredRanges.IsTooWide(block.Addresses);
}
