namespace Infra.Policies.Firewall;

/// <summary>The administrators' (VPN) address ranges that the firewall components declare.</summary>
public sealed class AdminRanges
{
    private const string Output = "adminRanges";

    // A larger stretch of public space holds strangers; a larger private one is no longer one network.
    private const int NarrowestPublicIpv4 = 24;
    private const int NarrowestPublicIpv6 = 48;
    private const int NarrowestPrivate = 8;

    private AdminRanges(CidrSet accepted, bool isWhole, IReadOnlyList<Objection> objections) =>
        (Accepted, IsWhole, Objections) = (accepted, isWhole, objections);

    /// <summary>The declared ranges that are narrow enough to count.</summary>
    public CidrSet Accepted { get; }

    /// <summary>False if a declared range is not known.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<Objection> Objections { get; }

    internal static AdminRanges Of(ResourceGraph graph)
    {
        var declared = graph.OfType(ResourceTypes.FirewallComponent)
            .SelectMany(component => PeerReader.EachOf(component[Output]).Select(range => (Component: component, Range: range))).ToList();
        var parsed = declared.Select(entry => (entry.Component, entry.Range, Addresses: Parse(entry.Range))).ToList();
        var objections = parsed.Select(entry => Object(entry.Component, entry.Range, entry.Addresses)).OfType<Objection>().ToList();
        var accepted = parsed.Where(entry => entry.Addresses is not null && !IsTooWide(entry.Addresses))
            .Aggregate(CidrSet.None, (all, entry) => all.Union(entry.Addresses!));

        // Many narrow ranges side by side are a wide one.
        if (IsTooWide(accepted))
        {
            var first = parsed.First(entry => entry.Addresses is not null && !IsTooWide(entry.Addresses));
            objections.Add(new(first.Component, first.Component[Output], Verdict.Fail, $"{accepted} together are {Width(accepted)}"));
            accepted = CidrSet.None;
        }

        return new(accepted, parsed.TrueForAll(entry => !entry.Range.IsUnknown), objections);
    }

    private static CidrSet? Parse(PropertyValue range) => range.Text is { } text ? CidrSet.Parse(text) : null;

    private static Objection? Object(ResourceNode component, PropertyValue range, CidrSet? addresses)
    {
        if (range.IsUnknown) return new(component, range, Verdict.Undetermined, "");
        if (addresses is null) return new(component, range, Verdict.Fail, $"{range} is not a CIDR block");
        return IsTooWide(addresses) ? new(component, range, Verdict.Fail, $"{range} is {Width(addresses)}") : null;
    }

    /// <summary>Whether no network of administrators can be so large.</summary>
    public static bool IsTooWide(CidrSet addresses) => Width(addresses) is not null;

    private static string? Width(CidrSet addresses)
    {
        var (ipv4, ipv6) = addresses.Intersect(AddressSpace.Public).WidestPrefix();
        if (ipv4 < NarrowestPublicIpv4) return $"public space wider than /{NarrowestPublicIpv4}";
        if (ipv6 < NarrowestPublicIpv6) return $"public space wider than /{NarrowestPublicIpv6}";
        (ipv4, ipv6) = addresses.Intersect(AddressSpace.Private).WidestPrefix();
        return ipv4 < NarrowestPrivate || ipv6 < NarrowestPrivate ? $"private space wider than /{NarrowestPrivate}" : null;
    }

    /// <summary>What is wrong with a declared range.</summary>
    public sealed record Objection(ResourceNode Component, PropertyValue Range, Verdict Verdict, string Message);
}
