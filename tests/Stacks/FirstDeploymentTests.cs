using System.Text.RegularExpressions;
using Infra.Review.Model;
using Infra.Stacks;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Stacks;

/// <summary>The steps of docs/first-deployment.md: what they name is there, and needs nothing that they leave out.</summary>
[Collection(HostedPrograms.Name)]
public sealed partial class FirstDeploymentTests
{
    // What waits for a delegation, or for machines that serve.
    private static readonly string[] NotYet =
        ["aws:acm/certificateValidation:CertificateValidation", "aws:autoscaling/group:Group", "aws:cloudfront/distribution:Distribution"];

    public static TheoryData<string, int> Steps { get; } = new() { { "dev", 0 }, { "dev", 1 }, { "prod", 0 }, { "prod", 1 } };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Each_step_can_be_deployed_by_itself(string stack, int step)
    {
        var resources = (await HostedPrograms.PlatformAsync(stack)).Preview.Resources;
        var patterns = PatternsOf(step);

        var taken = resources.Where(resource => patterns.Any(pattern => pattern.IsMatch(resource.Urn))).ToList();

        patterns.ShouldAllBe(pattern => taken.Any(resource => pattern.IsMatch(resource.Urn)));
        taken.Select(resource => resource.Type).Intersect(NotYet).ShouldBeEmpty();
        var urns = taken.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var missing = taken.SelectMany(resource => Needs(resource, resources)
            .Where(need => !urns.Contains(need))
            .Select(need => $"{resource.Urn} needs {need}"));
        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_steps_make_the_zone_and_the_pipeline()
    {
        var resources = (await HostedPrograms.PlatformAsync("prod")).Preview.Resources;

        string[] TypesOf(int step) =>
            [.. resources.Where(resource => PatternsOf(step).Any(pattern => pattern.IsMatch(resource.Urn))).Select(resource => resource.Type)];
        TypesOf(0).ShouldContain("aws:route53/zone:Zone");
        TypesOf(1).ShouldContain("aws:imagebuilder/imagePipeline:ImagePipeline");
        TypesOf(1).ShouldContain("aws:ec2/natGateway:NatGateway");
    }

    [Fact]
    public void An_image_without_the_applications_is_refused_before_anything_is_deployed()
    {
        var configuration = StackConfiguration.Of("dev");
        configuration["infra:baseImageId"] = StackSettings.Read("dev", configuration.Find).Regions[0].ImageId;

        Should.Throw<RunException>(() => StackSettings.Read("dev", configuration.Find)).Message.ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:regions.eu-central-1 starts machines from ami-0a1b2c3d4e5f60718, the infra:baseImageId, which holds neither nginx nor the applications; expected is an image that was made from it (docs/first-deployment.md).
            """);
    }

    // Parents and dependencies; providers and the stack itself come with every target.
    private static IEnumerable<string> Needs(PreviewResource resource, IReadOnlyList<PreviewResource> resources)
    {
        var known = resources.Where(other => other.Type != "pulumi:pulumi:Stack" && !other.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            .Select(other => other.Urn).ToHashSet(StringComparer.Ordinal);
        return resource.Dependencies.Append(resource.Parent ?? "").Where(known.Contains).Distinct();
    }

    // As Pulumi reads them: ** is anything, * is anything within a name.
    private static List<Regex> PatternsOf(int step)
    {
        var text = File.ReadAllText(Repository.Path("docs", "first-deployment.md"));
        var part = text[text.IndexOf($"**{step + 1}. ", StringComparison.Ordinal)..text.IndexOf($"**{step + 2}. ", StringComparison.Ordinal)];
        return [.. Target().Matches(part).Select(match => match.Groups[1].Value.Replace("<region>", "eu-central-1", StringComparison.Ordinal))

            .Select(pattern => Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^:]*", StringComparison.Ordinal))
            .Select(pattern => new Regex($"^{pattern}$"))];
    }

    [GeneratedRegex("--target '([^']+)'")]
    private static partial Regex Target();
}
