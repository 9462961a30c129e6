namespace Infra.Policies.Firewall;

/// <summary>Address ranges that the firewall components declare as somebody's: those of administrators (VPN), or of partners.</summary>
public sealed class DeclaredRanges
{
    public const string OfAdministrators = "adminRanges";
    public const string OfPartners = "partnerRanges";

    // A larger stretch of public space holds strangers; a larger private one is no longer one network.
    private const int NarrowestPublicIpv4 = 24;
    private const int NarrowestPublicIpv6 = 48;
    private const int NarrowestPrivate = 8;

    private static readonly (string Property, CidrSet Space)[] Blocks =
        [("cidrBlock", CidrSet.Parse("0.0.0.0/0")!), ("ipv6CidrBlock", CidrSet.Parse("::/0")!)];

    private static readonly string[] Networks =
    [
        .. ResourceTypes.Vpc, .. ResourceTypes.Subnet, "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
        "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation",
    ];

    private DeclaredRanges(string output, CidrSet accepted, bool isWhole, IReadOnlyList<Objection> objections) =>
        (Output, Accepted, IsWhole, Objections) = (output, accepted, isWhole, objections);

    /// <summary>Of the firewall component.</summary>
    public string Output { get; }

    /// <summary>The declared ranges that are narrow enough to count.</summary>
    public CidrSet Accepted { get; }

    /// <summary>False if a declared range is not known.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<Objection> Objections { get; }

    public static DeclaredRanges Of(ResourceGraph graph, string output)
    {
        var declared = graph.OfType(ResourceTypes.FirewallComponent)
            .SelectMany(component => PeerReader.EachOf(component[output]).Select(range => (Component: component, Range: range))).ToList();
        var parsed = declared.Select(entry => (entry.Component, entry.Range, Addresses: Parse(entry.Range))).ToList();
        var blocks = BlocksOfNetworks(graph).ToList();
        var networks = blocks.Select(block => (block.Network.Name, Addresses: Parse(block.Cidr))).Where(network => network.Addresses is not null).ToList();
        string? NetworkIn(CidrSet addresses) => networks.Find(network => network.Addresses!.Overlaps(addresses)).Name;
        bool IsAccepted(CidrSet? addresses) => addresses is not null && !IsTooWide(addresses) && NetworkIn(addresses) is null;

        // A network whose block is not known may hold any of them that is of the same version of IP.
        var doubts = blocks.Where(block => block.Cidr.IsUnknown
            && parsed.Exists(entry => IsAccepted(entry.Addresses) && entry.Addresses!.Overlaps(block.Space)));
        var objections = parsed.Select(entry => Object(entry.Component, entry.Range, entry.Addresses, NetworkIn)).OfType<Objection>()
            .Concat(doubts.Select(block => new Objection(block.Network, block.Cidr, Verdict.Undetermined, ""))).ToList();
        var accepted = parsed.Where(entry => IsAccepted(entry.Addresses))
            .Aggregate(CidrSet.None, (all, entry) => all.Union(entry.Addresses!));

        // Many narrow ranges side by side are a wide one.
        if (IsTooWide(accepted))
        {
            var first = parsed.First(entry => IsAccepted(entry.Addresses));
            objections.Add(new(first.Component, first.Component[output], Verdict.Fail, $"{accepted} together are {Width(accepted)}"));
            accepted = CidrSet.None;
        }

        return new(output, accepted, parsed.TrueForAll(entry => !entry.Range.IsUnknown), objections);
    }

    // What a subnet will get from a network of the program lies within the network's own blocks.
    private static IEnumerable<(ResourceNode Network, PropertyValue Cidr, CidrSet Space)> BlocksOfNetworks(ResourceGraph graph) =>
        from network in graph.OfType(Networks)
        let isWithin = ResourceTypes.Subnet.Contains(network.Type) && graph.Resolve(network, network["vpcId"], ResourceTypes.Vpc).Candidates.Count > 0
        from block in Blocks
        let cidr = network[block.Property]
        where !cidr.IsAbsent && !(isWithin && cidr.IsUnknown)
        select (network, cidr, block.Space);

    private static CidrSet? Parse(PropertyValue range) => range.Text is { } text ? CidrSet.Parse(text) : null;

    private static Objection? Object(ResourceNode component, PropertyValue range, CidrSet? addresses, Func<CidrSet, string?> networkIn)
    {
        if (range.IsUnknown) return new(component, range, Verdict.Undetermined, "");
        if (addresses is null) return new(component, range, Verdict.Fail, $"{range} is not a CIDR block");
        if (IsTooWide(addresses)) return new(component, range, Verdict.Fail, $"{range} is {Width(addresses)}");
        return networkIn(addresses) is { } network
            ? new(component, range, Verdict.Fail, $"{range} holds addresses of {network}, so machines of the platform would count as people from outside")
            : null;
    }

    /// <summary>Whether no network of anybody's can be so large.</summary>
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
