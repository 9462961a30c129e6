using Infra.Components;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>What is right for each region alone and wrong for all of them together.</summary>
internal static class RegionChecks
{
    public static void CheckPlaces(ConfigurationReader values, string primaryRegion, IReadOnlyList<RegionSettings> regions)
    {
        if (values.Has("infra:primaryRegion") && regions.Count > 0 && regions.All(region => region.Location.Region != primaryRegion))
            values.Problem("infra:primaryRegion", $"is {primaryRegion}; expected is one of infra:regions: "
                + $"{string.Join(", ", regions.Select(region => region.Location.Region))}.");
        foreach (var area in regions.SelectMany(region => region.Serves.Select(area => (area, region)))
            .GroupBy(entry => entry.area).Where(group => group.Count() > 1))
            values.Problem("infra:regions", $"lists {area.Key} more than once, for {string.Join(" and ", area.Select(entry => entry.region.Location.Region))}; "
                + "one region serves an area.");
    }

    /// <summary>Named, not found: one that is found moves when regions come.</summary>
    public static string? ReadStandby(ConfigurationReader values, string primaryRegion, IReadOnlyList<RegionSettings> regions)
    {
        const string key = "infra:standbyRegion", none = "none";
        var standby = values.Text(key, text => text == none || Location.IsRegion(text), "a region such as us-east-1, or none");
        var others = regions.Select(region => region.Location.Region).Where(region => region != primaryRegion).ToList();
        if (values.Has(key, "infra:primaryRegion", "infra:regions") && (others.Count == 0 ? standby != none : !others.Contains(standby)))
            values.Problem(key, $"is {standby}; expected is "
                + $"{(others.Count == 0 ? $"{none}, as there is one region" : $"one of {string.Join(", ", others)}")}.");
        return standby == none ? null : standby;
    }

    public static void CheckTogether(
        ConfigurationReader values,
        EnvironmentProfile? profile,
        IReadOnlyList<Cidr> adminRanges,
        IReadOnlyList<RegionSettings> regions)
    {
        foreach (var range in adminRanges)
        {
            foreach (var problem in FirewallPlan.CheckAdminRange(range))
                values.Problem("infra:adminRanges", $"lists {range}, which {problem}");
            foreach (var region in regions.Where(region => region.Cidr.Overlaps(range)))
                values.Problem("infra:adminRanges", $"lists {range}, which overlaps {region.Cidr} of {region.Location.Region}: "
                    + "machines there would count as administrators.");
        }

        foreach (var (region, index) in regions.Select((region, index) => (region, index)))
        {
            var key = RegionReader.KeyOf(region.Location.Region);
            if (profile is not null && region.Zones.Count < profile.MinimumZones)
                values.Problem(
                    $"{key}.zones", $"lists {region.Zones.Count} zone(s); this environment needs at least {profile.MinimumZones}.");
            foreach (var earlier in regions.Take(index).Where(earlier => earlier.Cidr.Overlaps(region.Cidr)))
                values.Problem($"{key}.cidr", $"is {region.Cidr} and overlaps {earlier.Cidr} of {earlier.Location.Region}, "
                    + "so the two networks could never be joined.");
        }
    }
}
