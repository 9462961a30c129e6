using System.Globalization;

namespace Infra.Components.Networking;

/// <summary>
/// Cuts the block of a VPC into subnets. Each zone letter owns one eighth of the VPC and each tier a fixed place in it, whatever
/// zones and tiers are in use: adding one moves nothing.
/// </summary>
public sealed class AddressPlan
{
    /// <summary>AWS takes VPC blocks from /16 to /28 (VPC user guide, read 2026-11).</summary>
    public const int ShortestVpcPrefix = 16;

    /// <summary>A load balancer wants subnets of /27 or larger (ELB user guide, read 2026-11).</summary>
    public const int LongestPublicPrefix = 27;

    private const int EighthBits = 3;
    private const string ZoneLetters = "abcdefgh";

    /// <summary>The VPC's prefix at which the public subnets, an eighth of an eighth, are just large enough.</summary>
    public const int LongestVpcPrefix = LongestPublicPrefix - EighthBits - EighthBits;

    private AddressPlan(Cidr vpc, IReadOnlyList<PlannedSubnet> subnets, IReadOnlyList<Cidr> free)
    {
        Vpc = vpc;
        Subnets = subnets;
        Free = free;
    }

    public Cidr Vpc { get; }

    /// <summary>By tier, then in the order of the zones.</summary>
    public IReadOnlyList<PlannedSubnet> Subnets { get; }

    /// <summary>Blocks that no subnet uses, in address order: whole zones and the places of further tiers.</summary>
    public IReadOnlyList<Cidr> Free { get; }

    public IEnumerable<PlannedSubnet> Of(SubnetTier tier) => Subnets.Where(subnet => subnet.Tier == tier);

    /// <summary>Everything that keeps a block and its zones from being planned; nothing if they are fine.</summary>
    public static IEnumerable<string> Check(Cidr vpc, IReadOnlyList<string> zones) => CheckBlock(vpc).Concat(CheckZones(zones));

    public static IEnumerable<string> CheckBlock(Cidr vpc)
    {
        if (vpc.PrefixLength < ShortestVpcPrefix)
            yield return $"{vpc} is too large for a VPC: AWS allows /{ShortestVpcPrefix} at most.";
        if (vpc.PrefixLength > LongestVpcPrefix)
            yield return $"{vpc} is too small: its tiers in up to {ZoneLetters.Length} zones need /{LongestVpcPrefix} or larger, "
                + $"so that each public subnet has room for a load balancer (/{LongestPublicPrefix}).";
        if (!vpc.IsPrivate)
            yield return $"{vpc} lies in public address space; "
                + "choose a block within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.";
    }

    public static IEnumerable<string> CheckZones(IReadOnlyList<string> zones)
    {
        if (zones.Count == 0)
            yield return "No zone is given; expected letters such as a, b, c.";
        foreach (var zone in zones.Where(zone => !IsZone(zone)))
            yield return $"'{zone}' is not the letter of a zone; allowed are a to {ZoneLetters[^1]}.";
        foreach (var zone in zones.GroupBy(zone => zone).Where(group => group.Count() > 1))
            yield return $"Zone '{zone.Key}' is given {zone.Count()} times.";
    }

    /// <exception cref="ArgumentException"><see cref="Check"/> finds a problem.</exception>
    public static AddressPlan For(Cidr vpc, IReadOnlyList<string> zones) => For(vpc, zones, SubnetTier.All);

    /// <inheritdoc cref="For(Cidr, IReadOnlyList{string})"/>
    public static AddressPlan For(Cidr vpc, IReadOnlyList<string> zones, IReadOnlyList<SubnetTier> tiers)
    {
        var problems = Check(vpc, zones).ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(" ", problems), nameof(vpc));

        var subnets = (from tier in tiers from zone in zones select new PlannedSubnet(tier, zone, Place(vpc, zone, tier))).ToList();
        return new AddressPlan(vpc, subnets, FreeRoom(vpc, subnets));
    }

    /// <summary>What is left, in one line for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Vpc}: {Subnets.Count} subnets, {Free.Sum(block => block.AddressCount)} of {Vpc.AddressCount} addresses free "
            + $"({string.Join(", ", Free)})");

    private static bool IsZone(string zone) => zone.Length == 1 && ZoneLetters.Contains(zone[0], StringComparison.Ordinal);

    private static Cidr ZoneBlock(Cidr vpc, char zone) => vpc.Part(EighthBits, ZoneLetters.IndexOf(zone, StringComparison.Ordinal));

    private static Cidr Place(Cidr vpc, string zone, SubnetTier tier)
    {
        var addedBits = EighthBits - int.Log2(tier.Eighths);
        return ZoneBlock(vpc, zone[0]).Part(addedBits, tier.FirstEighth / tier.Eighths);
    }

    private static List<Cidr> FreeRoom(Cidr vpc, List<PlannedSubnet> subnets)
    {
        bool IsFree(Cidr block) => !subnets.Exists(subnet => subnet.Block.Overlaps(block));

        return ZoneLetters
            .Select(zone => ZoneBlock(vpc, zone))
            .SelectMany(zone => IsFree(zone) ? [zone] : zone.Split(EighthBits).Where(IsFree))
            .ToList();
    }
}
