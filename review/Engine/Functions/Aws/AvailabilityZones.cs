using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>
/// The zones of a region. Which letter is which zone id differs per account (docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html),
/// so the ids, counted along the alphabet, are only plausible; so is the one zone group.
/// </summary>
internal static class AvailabilityZones
{
    public static PropertyDictionary Answer(FunctionCall call)
    {
        var region = call.Region;
        var letters = AwsRegionFacts.ZoneLetters(region) ?? throw new FunctionException("region",
            $"The availability zones of region '{region}' are not known offline; known are {string.Join(", ", AwsRegionFacts.Regions)}. " +
            $"Give the answer for {call.Token} in {RecordedAnswers.FileName}");
        if (call.Flag("allAvailabilityZones") == true)
            call.Log.Add(DiagnosticSeverity.Info,
                $"{call.Token} asks for all zones of {region}; its Local Zones and Wavelength Zones are not known offline and left out.");

        var filters = call.Filters;
        var zones = letters
            .Select(letter => new Zone(region, letter, call.Place.ShortName))
            .Where(zone => !call.Texts("excludeNames").Contains(zone.Name) && !call.Texts("excludeZoneIds").Contains(zone.Id))
            .Where(zone => call.Text("state") is null or Zone.State)
            .Where(zone => filters.All(filter => filter.Values.Contains(zone.Field(filter.Name))))
            .ToArray();
        return call.With(
            ("id", Of(region)),
            ("region", Of(region)),
            ("names", Of(zones.Select(zone => zone.Name))),
            ("zoneIds", Of(zones.Select(zone => zone.Id))),
            ("groupNames", Of(zones.Select(zone => zone.Group).Distinct(StringComparer.Ordinal))));
    }

    private sealed record Zone(string Region, char Letter, string ShortRegion)
    {
        public const string State = "available";

        public string Name => $"{Region}{Letter}";
        public string Id => FormattableString.Invariant($"{ShortRegion}-az{Letter - 'a' + 1}");
        public string Group => $"{Region}-zg-1";

        public string Field(string filter) => filter switch
        {
            "zone-name" => Name,
            "zone-id" => Id,
            "group-name" => Group,
            "region-name" => Region,
            "state" => State,
            "zone-type" => "availability-zone",
            "opt-in-status" => "opt-in-not-required",
            _ => throw new FunctionException("filters",
                $"The filter '{filter}' of zones is not known offline; known are group-name, opt-in-status, region-name, state, zone-id, zone-name, zone-type"),
        };
    }
}
