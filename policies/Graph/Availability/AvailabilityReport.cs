using Infra.Policies.Availability;

namespace Infra.Policies;

/// <summary>What stops when one zone, or one machine, is gone: each in turn is taken out of the program.</summary>
public sealed record AvailabilityReport(IReadOnlyList<ZoneLoss> Zones, IReadOnlyList<Stop> Instances)
{
    /// <summary>Zones by name; what stops by URN.</summary>
    public static AvailabilityReport Of(ResourceGraph graph)
    {
        var parts = Part.Of(graph).ToList();
        var ways = WayOut.Of(graph).ToList();
        var zones = graph.OfType(ResourceTypes.Subnet).Select(Part.ZoneOf).OfType<string>().Concat(parts.SelectMany(part => part.Zones))
            .Distinct().Order(StringComparer.Ordinal);
        return new(
            [.. zones.Select(zone => new ZoneLoss(zone, Sorted(parts.Select(part => part.Without(zone)).Concat(ways.Select(way => way.Without(zone))))))],
            Sorted(parts.Select(part => part.WithoutInstance())));
    }

    private static IReadOnlyList<Stop> Sorted(IEnumerable<Stop?> stops) =>
        [.. stops.OfType<Stop>().OrderBy(stop => stop.Urn, StringComparer.Ordinal).ThenBy(stop => stop.Reason, StringComparer.Ordinal)];
}

public sealed record ZoneLoss(string Zone, IReadOnlyList<Stop> Stops);

/// <summary>Something that is gone, or without its way out.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="IsCertain">False if it depends on what is not known, such as the zone that AWS will choose.</param>
/// <param name="Reason">What of it stops, and why.</param>
/// <param name="Fix">What to duplicate.</param>
public sealed record Stop(string Urn, bool IsCertain, string Reason, string Fix);
