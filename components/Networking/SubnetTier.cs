namespace Infra.Components.Networking;

/// <summary>
/// A layer of subnets, and the place of its subnet within the block of a zone, counted in eighths of that block.
/// Key and place are frozen: they name subnets and give them their addresses. Eighths 6 and 7 are free for further tiers.
/// </summary>
public sealed record SubnetTier
{
    private SubnetTier(string key, int firstEighth, int eighths)
    {
        Key = key;
        FirstEighth = firstEighth;
        Eighths = eighths;
    }

    /// <summary>Instances without public addresses; the way out is NAT.</summary>
    public static SubnetTier App { get; } = new("app", firstEighth: 0, eighths: 4);

    /// <summary>Load balancers and NAT gateways; routed to the internet.</summary>
    public static SubnetTier Public { get; } = new("public", firstEighth: 4, eighths: 1);

    /// <summary>Databases and caches; no way out at all.</summary>
    public static SubnetTier Data { get; } = new("data", firstEighth: 5, eighths: 1);

    public static IReadOnlyList<SubnetTier> All { get; } = [App, Public, Data];

    public string Key { get; }

    public int FirstEighth { get; }

    public int Eighths { get; }

    public override string ToString() => Key;
}
