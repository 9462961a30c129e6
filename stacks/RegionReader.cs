using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Dns;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>Reads <c>infra:regions</c>: an object of regions, each with its block, zones, image and certificate.</summary>
internal static partial class RegionReader
{
    private const string Key = "infra:regions";
    private static readonly string[] Members = ["certificateArn", "cidr", "imageId", "nextImageId", "serves", "zones"];

    public static string KeyOf(string region) => $"{Key}.{region}";

    public static IReadOnlyList<RegionSettings> Read(ConfigurationReader values, string account)
    {
        if (values.Json(Key, JsonValueKind.Object) is not { } regions) return [];

        var read = regions.EnumerateObject()
            .OrderBy(region => region.Name, StringComparer.Ordinal)
            .Select(region => ReadRegion(values, account, region.Name, region.Value))
            .OfType<RegionSettings>()
            .ToList();
        if (!regions.EnumerateObject().Any())
            values.Problem(Key, "is empty; expected is at least one region.");
        return read;
    }

    /// <summary>Whether machines start from an image that was made for them; docs/first-deployment.md says how the first one comes about.</summary>
    public static void CheckImages(ConfigurationReader values, IReadOnlyList<RegionSettings> regions, string baseImageId)
    {
        foreach (var region in regions.Where(region => baseImageId.Length > 0 && (region.ImageId == baseImageId || region.NextImageId == baseImageId)))
            values.Problem(KeyOf(region.Location.Region), $"starts machines from {baseImageId}, the infra:baseImageId, which holds neither nginx nor the "
                + "applications; expected is an image that was made from it (docs/first-deployment.md).");
    }

    private static RegionSettings? ReadRegion(ConfigurationReader values, string account, string name, JsonElement region)
    {
        var key = KeyOf(name);
        if (!Location.IsRegion(name))
            values.Problem(key, $"names no region; expected is a name such as eu-central-1.");
        if (region.ValueKind is not JsonValueKind.Object)
        {
            values.Problem(key, $"is '{region}'; expected is an object with {string.Join(", ", Members)}.");
            return null;
        }

        foreach (var member in region.EnumerateObject().Where(member => !Members.Contains(member.Name)))
            values.Problem($"{key}.{member.Name}", $"is unknown; allowed are {string.Join(", ", Members)}.");

        var block = ReadBlock(values, $"{key}.cidr", region);
        var zones = ReadZones(values, $"{key}.zones", region);
        var image = ReadText(
            values, $"{key}.imageId", region, MachineImage.IsId, "the id of an AMI of this region, such as ami-0123456789abcdef0");
        var nextImage = region.TryGetProperty("nextImageId", out _)
            ? ReadText(values, $"{key}.nextImageId", region, MachineImage.IsId, "the id of an AMI of this region, such as ami-0123456789abcdef0")
            : null;
        var certificate = region.TryGetProperty("certificateArn", out _)
            ? ReadText(
                values, $"{key}.certificateArn", region, text => IsCertificate(text, account, name),
                $"the ARN of a certificate in {name} and account {account}")
            : null;
        var serves = ReadAreas(values, $"{key}.serves", region);
        var problems = (block is null ? [] : AddressPlan.CheckBlock(block)).Concat(zones is null ? [] : AddressPlan.CheckZones(zones));
        foreach (var problem in problems)
            values.Problem(key, $"cannot be planned: {problem}");
        if (block is null || zones is null) return null;

        return new RegionSettings
        {
            Location = new Location(account, name),
            Cidr = block,
            Zones = zones,
            ImageId = image,
            NextImageId = nextImage,
            CertificateArn = certificate,
            Serves = serves,
        };
    }

    private static Cidr? ReadBlock(ConfigurationReader values, string key, JsonElement region)
    {
        if (Member(values, key, region) is not { } member) return null;
        if (Cidr.TryParse(member.ToString(), out var block, out var problem)) return block;

        values.Problem(key, $"is wrong: {problem}");
        return null;
    }

    private static List<string>? ReadZones(ConfigurationReader values, string key, JsonElement region)
    {
        if (Member(values, key, region) is not { } member) return null;
        if (member.ValueKind is JsonValueKind.Array) return [.. member.EnumerateArray().Select(zone => zone.ToString())];

        values.Problem(key, $"is '{member}'; expected is a list of letters, such as [a, b].");
        return null;
    }

    private static List<Area> ReadAreas(ConfigurationReader values, string key, JsonElement region)
    {
        var areas = new List<Area>();
        if (!region.TryGetProperty(key[(key.LastIndexOf('.') + 1)..], out var member)) return areas;
        if (member.ValueKind is not JsonValueKind.Array)
            values.Problem(key, $"is '{member}'; expected is a list of areas, such as [continent:EU, country:IL].");
        else
            foreach (var item in member.EnumerateArray())
                if (Area.TryParse(item.ToString(), out var area, out var problem)) areas.Add(area);
                else values.Problem(key, $"lists what is no area: {problem}");
        return areas;
    }

    private static string ReadText(ConfigurationReader values, string key, JsonElement region, Func<string, bool> isValid, string expected)
    {
        if (Member(values, key, region) is not { } member) return "";
        if (!isValid(member.ToString())) values.Problem(key, $"is '{member}'; expected is {expected}.");
        return member.ToString();
    }

    private static JsonElement? Member(ConfigurationReader values, string key, JsonElement region)
    {
        var name = key[(key.LastIndexOf('.') + 1)..];
        if (region.TryGetProperty(name, out var member)) return member;

        values.Problem(key, "is missing; Pulumi.yaml describes it.");
        return null;
    }

    // A missing account is one problem, not one more for each certificate.
    private static bool IsCertificate(string text, string account, string region) =>
        CertificateArn().Match(text) is { Success: true } match && match.Groups["region"].Value == region
        && (account.Length == 0 || match.Groups["account"].Value == account);

    [GeneratedRegex("^arn:aws:acm:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):certificate/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex CertificateArn();
}
