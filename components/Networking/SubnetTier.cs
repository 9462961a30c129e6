namespace Infra.Components.Networking;

/// <summary>
/// A layer of subnets, and the place of its subnet within the block of a zone, counted in eighths of that block.
/// Key and place are frozen: they name subnets and give them their addresses. Eighths 6 and 7 are free for further tiers.
/// </summary>
public sealed record SubnetTier
{
    public const int PlacesPerZone = 8;

    private SubnetTier(string key, int firstEighth, int eighths, bool hasIpv6)
    {
        Key = key;
        FirstEighth = firstEighth;
        Eighths = eighths;
        HasIpv6 = hasIpv6;
    }

    /// <summary>Instances without public addresses; the way out is NAT.</summary>
    public static SubnetTier App { get; } = new("app", firstEighth: 0, eighths: 4, hasIpv6: true);

    /// <summary>Load balancers and NAT gateways; routed to the internet.</summary>
    public static SubnetTier Public { get; } = new("public", firstEighth: 4, eighths: 1, hasIpv6: true);

    /// <summary>Databases and caches; no way out at all, and IPv4 only: nobody outside the network talks to them.</summary>
    public static SubnetTier Data { get; } = new("data", firstEighth: 5, eighths: 1, hasIpv6: false);

    public static IReadOnlyList<SubnetTier> All { get; } = [App, Public, Data];

    public string Key { get; }

    public int FirstEighth { get; }

    public int Eighths { get; }

    public bool HasIpv6 { get; }

    public override string ToString() => Key;
}
