using System.Text.RegularExpressions;

namespace Infra.Components;

/// <summary>Where resources live: one account and one region of it.</summary>
public sealed partial record Location(string AccountId, string Region)
{
    /// <summary>
    /// Where the parts of global services live that have a region: certificates, firewalls, logs and metrics of CloudFront; metrics
    /// and signing keys of Route 53 (their developer guides, read 2026-11).
    /// </summary>
    public Location Global() => this with { Region = "us-east-1" };

    public string Zone(string letter) => Region + letter;

    /// <summary>The ARN of something in this account and region.</summary>
    /// <param name="service">For example <c>logs</c>.</param>
    /// <param name="resource">For example <c>log-group:*</c>.</param>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{AccountId}:{resource}";

    public static bool IsAccountId(string? text) => text is not null && TwelveDigits().IsMatch(text);

    public static bool IsRegion(string? text) => text is not null && RegionName().IsMatch(text);

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex TwelveDigits();

    // China's regions are another partition, whose ARNs and service names differ from those made here.
    [GeneratedRegex("^(?!cn-)[a-z]{2}-[a-z]+-[1-9]$")]
    private static partial Regex RegionName();
}
