namespace Infra.Policies.Firewall;

/// <summary>
/// Address blocks that the internet does not route. Source: the IANA special-purpose address registries for IPv4 and IPv6 and
/// the RFCs named here (read 2026-11). Everything else is public, documentation and multicast blocks included: a firewall rule
/// that names one of those is a mistake or a test, and neither may pass as private.
/// </summary>
public static class AddressSpace
{
    public static CidrSet Private { get; } = CidrSet.Of(
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // RFC 1918
        "100.64.0.0/10", // RFC 6598, shared address space
        "127.0.0.0/8", "::1/128", // RFC 1122, RFC 4291: loopback
        "169.254.0.0/16", "fe80::/10", // RFC 3927, RFC 4291: link-local
        "fc00::/7"); // RFC 4193, unique local

    public static CidrSet Documentation { get; } = CidrSet.Of(
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"); // RFC 5737, RFC 3849, RFC 9637

    public static CidrSet Multicast { get; } = CidrSet.Of("224.0.0.0/4", "ff00::/8"); // RFC 5771, RFC 4291

    public static CidrSet Public { get; } = CidrSet.All.Except(Private);
}
