using Infra.Policies;
using Infra.Review.Model;
using Infra.Review.Secrets;

namespace Infra.Review.Reporting;

/// <summary>A preview and what is to be said about it; all texts are free of the secrets that the preview holds.</summary>
public sealed record ReviewedPreview
{
    private readonly Lazy<Dictionary<string, PreviewResource>> _byUrn;

    private ReviewedPreview(
        Preview preview, IReadOnlyList<Finding> findings, IReadOnlyList<FirewallFlow> firewall, IReadOnlyList<InternetPath> reached,
        AvailabilityReport availability)
    {
        (Preview, Findings, Firewall, Reached, Availability) = (preview, findings, firewall, reached, availability);
        _byUrn = new(() => preview.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal));
    }

    public Preview Preview { get; }

    /// <summary>Certain ones first, then errors first, then by rule, URN and property.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public IReadOnlyList<FirewallFlow> Firewall { get; }

    /// <summary>How far the internet gets, hop by hop.</summary>
    public IReadOnlyList<InternetPath> Reached { get; }

    /// <summary>What stops when one zone or one machine is lost.</summary>
    public AvailabilityReport Availability { get; }

    public IEnumerable<Finding> Failures => Findings.Where(finding => finding is { Verdict: Verdict.Fail, Waiver: null });
    public IEnumerable<Finding> Undetermined => Findings.Where(finding => finding is { Verdict: Verdict.Undetermined, Waiver: null });
    public IEnumerable<Finding> Waived => Findings.Where(finding => finding.Waiver is not null);

    public PreviewResource? Find(string urn) => _byUrn.Value.GetValueOrDefault(urn);

    public static ReviewedPreview Of(Preview preview) => Of(preview, WaiverList.None);

    /// <summary>With the waivers of the project, as of a day in UTC.</summary>
    /// <exception cref="UserException">The file of waivers is wrong.</exception>
    public static ReviewedPreview Of(Preview preview, DateOnly today)
    {
        try
        {
            return Of(preview, WaiverFile.Read(preview.ProjectFolder, PolicyPack.Essential.Rules, today));
        }
        catch (WaiverException exception)
        {
            throw new UserException(ExitCode.Configuration, exception.Message);
        }
    }

    public static ReviewedPreview Of(Preview preview, WaiverList waivers)
    {
        var sources = preview.Resources.ToDictionary(resource => resource.Urn, resource => resource.Source, StringComparer.Ordinal);
        var graph = ResourceGraph.From(AnalyzerMessages.Of(preview), urn => sources.GetValueOrDefault(urn));
        var mask = (preview.Secrets ?? SecretTexts.Of(preview)).Mask;
        var findings = preview.Findings.Concat(PolicyPack.Essential.Check(graph, waivers))
            .Select(finding => finding with
            {
                Property = finding.Property is null ? null : mask.Apply(finding.Property),
                Message = mask.Apply(finding.Message),
                Fix = mask.Apply(finding.Fix),
                Key = mask.Apply(finding.Key),
                Waiver = finding.Waiver is { } waiver ? waiver with { Reason = mask.Apply(waiver.Reason), Owner = mask.Apply(waiver.Owner) } : null,
                Source = finding.Source ?? sources.GetValueOrDefault(finding.Urn),
            });
        var firewall = FirewallMatrix.Of(graph).Select(flow => flow with { From = mask.Apply(flow.From), To = mask.Apply(flow.To) });
        return new(
            mask.Apply(preview), [.. Sorted(findings)], [.. firewall], [.. InternetPaths.Of(graph).Select(path => Masked(path, mask))],
            Masked(AvailabilityReport.Of(graph), mask));
    }

    private static InternetPath Masked(InternetPath path, SecretMask mask) => path with
    {
        Hops = [.. path.Hops.Select(hop => hop with { Name = mask.Apply(hop.Name), Tier = hop.Tier is null ? null : mask.Apply(hop.Tier) })],
    };

    private static AvailabilityReport Masked(AvailabilityReport availability, SecretMask mask) => new(
        [.. availability.Zones.Select(loss => new ZoneLoss(mask.Apply(loss.Zone), Masked(loss.Stops, mask)))], Masked(availability.Instances, mask));

    private static IReadOnlyList<Stop> Masked(IEnumerable<Stop> stops, SecretMask mask) =>
        [.. stops.Select(stop => stop with { Reason = mask.Apply(stop.Reason), Fix = mask.Apply(stop.Fix) })];

    private static IOrderedEnumerable<Finding> Sorted(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => finding.Verdict == Verdict.Undetermined)
        .ThenByDescending(finding => finding.Severity)
        .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
        .ThenBy(finding => finding.Urn, StringComparer.Ordinal)
        .ThenBy(finding => finding.Property, StringComparer.Ordinal)
        .ThenBy(finding => finding.Key, StringComparer.Ordinal)
        .ThenBy(finding => finding.Message, StringComparer.Ordinal);
}
