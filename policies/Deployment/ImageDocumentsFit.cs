using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Facts;

namespace Infra.Policies.Deployment;

public sealed partial class ImageDocumentsFit() : DeploymentRule(
    "deploy-image-document",
    Rank.High,
    [.. ResourceTypes.ImageComponent, .. ResourceTypes.ImageRecipe],
    "Image Builder refuses a longer document, and versions and names of another form.",
    $"give at most {ImageDocuments.LongestInline} characters of data, three numbers as version, and a name of letters, digits, -, _ and spaces",
    "EC2 Image Builder API Reference, CreateComponent and CreateImageRecipe, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["version"], IsVersion, $"three numbers of at most {ImageDocuments.LargestVersionNumber}")
            .Concat(Matches(resource, resource["name"], name => Name().IsMatch(name), "3 to 128 letters, digits, -, _ and spaces"))
            .Concat(Length(resource, resource["data"]));

    private IEnumerable<Finding> Length(ResourceNode resource, PropertyValue data)
    {
        if (data.IsUnknown) return [Undetermined(resource, data)];
        return data.Text is { Length: > ImageDocuments.LongestInline } text
            ? [Fail(resource, data.Path, $"{data.Path} has {text.Length} characters, not {ImageDocuments.LongestInline} at most")]
            : [];
    }

    private static bool IsVersion(string version) => version.Split('.') is { Length: 3 } numbers
        && Array.TrueForAll(numbers, number => Read(number) <= ImageDocuments.LargestVersionNumber);

    private static uint Read(string number) =>
        uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : uint.MaxValue;

    [GeneratedRegex("^[-_A-Za-z0-9][-_A-Za-z0-9 ]{1,126}[-_A-Za-z0-9]$")]
    private static partial Regex Name();
}
