using Infra.Policies;

namespace Infra.Review.Reporting.Text;

/// <summary>What stops when a zone or a machine is lost; nothing for a program without either.</summary>
internal static class AvailabilityList
{
    public static IEnumerable<TextLine> Lines(AvailabilityReport availability)
    {
        if (availability.Zones.Count == 0 && availability.Instances.Count == 0) return [];
        return
        [
            .. TextLine.Heading("If a zone is lost", Verdict(availability.Zones)),
            .. availability.Zones.Where(loss => loss.Stops.Count > 0).SelectMany(loss => Lines(loss.Zone, loss.Stops)),
            .. TextLine.Heading("If a machine is lost", availability.Instances.Count == 0 ? "nothing stops" : ""),
            .. availability.Instances.SelectMany(stop => Lines("", [stop])),
        ];
    }

    private static string Verdict(IReadOnlyList<ZoneLoss> zones) =>
        zones.Count == 0 ? "not known: the program names none"
        : zones.All(loss => loss.Stops.Count == 0) ? "nothing stops"
        : "";

    private static IEnumerable<TextLine> Lines(string zone, IEnumerable<Stop> stops) => stops.SelectMany(stop => new[]
    {
        new TextLine(
            [new(zone.Length == 0 ? "" : $"{zone}  ", Tone.Strong), new(stop.IsCertain ? "" : "perhaps: ", Tone.Caution), stop.Reason], 2, Breaks: true),
    }).Concat(stops.Select(stop => stop.Fix).Distinct().SelectMany(fix => TextLine.Prose(4, fix, label: "fix: ")));
}
