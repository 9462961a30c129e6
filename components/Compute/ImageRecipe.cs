using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Facts;

namespace Infra.Components.Compute;

/// <summary>What an image is made of. The same recipe makes the same image, but for packages that its steps fetch.</summary>
public sealed partial record ImageRecipe
{
    // Components of a recipe (EC2 Image Builder API reference, ImageRecipe, read 2026-11).
    private const int MostSteps = 20;

    /// <summary>
    /// What it starts from: the id of an AMI of the pipeline's region, or the ARN of one build of an image, such as
    /// <c>arn:aws:imagebuilder:eu-central-1:aws:image/amazon-linux-2023-arm64/2026.11.3/1</c>.
    /// </summary>
    public required string BaseImage { get; init; }

    /// <summary>Major and minor, such as <c>1.0</c>; the third number comes from the content, since a version never changes.</summary>
    public required string Version { get; init; }

    /// <summary>In the order in which they are done.</summary>
    public required IReadOnlyList<ImageStep> Steps { get; init; }

    public int RootVolumeGibibytes { get; init; } = 20;

    /// <summary>As the base image names it; Amazon Linux uses the default.</summary>
    public string RootDevice { get; init; } = "/dev/xvda";

    public string FullVersion => VersionOf(
        string.Create(CultureInfo.InvariantCulture, $"{BaseImage}\n{RootDevice}\n{RootVolumeGibibytes}\n")
        + string.Join('\n', Steps.Select(step => step.Document)));

    public string VersionOf(ImageStep step) => VersionOf(step.Document);

    public IEnumerable<string> Check()
    {
        if (!MachineImage.IsId(BaseImage) && !PinnedBuild().IsMatch(BaseImage))
            yield return $"BaseImage is '{BaseImage}'; expected the id of an AMI, or the ARN of one build of an image "
                + "with all four numbers, such as …/2026.11.3/1. Anything else would let a newer image in by surprise.";
        if (!MajorAndMinor().IsMatch(Version))
            yield return $"Version is '{Version}'; expected are two numbers, such as 1.0.";
        if (Steps.Count is 0 or > MostSteps)
            yield return $"It has {Steps.Count} steps; allowed is 1 to {MostSteps}.";
        foreach (var steps in Steps.GroupBy(step => step.Key).Where(group => group.Count() > 1))
            yield return $"Step '{steps.Key}' is given {steps.Count()} times.";
        foreach (var problem in Steps.SelectMany(step => step.Check()))
            yield return problem;
        if (RootVolumeGibibytes is < 1 or > Machine.MaximumGibibytes)
            yield return $"RootVolumeGibibytes is {RootVolumeGibibytes}; allowed is 1 to {Machine.MaximumGibibytes}.";
        if (!RootDevice.StartsWith("/dev/", StringComparison.Ordinal))
            yield return $"RootDevice is '{RootDevice}'; expected a device such as /dev/xvda.";
    }

    private string VersionOf(string content)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        var patch = BitConverter.ToUInt32([hash[3], hash[2], hash[1], hash[0]]) & ImageDocuments.LargestVersionNumber;
        return string.Create(CultureInfo.InvariantCulture, $"{Version}.{patch}");
    }

    [GeneratedRegex("^arn:aws:imagebuilder:[a-z0-9-]+:(aws|[0-9]{12}):image/[a-z0-9-_]+/[0-9]+[.][0-9]+[.][0-9]+/[0-9]+$")]
    private static partial Regex PinnedBuild();

    [GeneratedRegex("^(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})$")]
    private static partial Regex MajorAndMinor();
}
