namespace Infra.Policies.Cloudflare;

public sealed class VisitorsAreSentToHttps() : ZoneSettingRule(
    "cf-zone-https-only",
    Rank.Medium,
    "always_use_https",
    "alwaysUseHttps",
    "A page served in plain text can be read and changed on its way, sessions included.",
    "write a ZoneSetting \"always_use_https\" with the value \"on\", or redirect every request without TLS")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.Ruleset, .. CloudflareTypes.PageRule];

    protected override IEnumerable<Finding> CheckValue(ResourceNode resource, PropertyValue value) =>
        Expect(resource, value, known => known == "on", "on");

    protected override Verdict IsDoneElsewhere(ResourceNode zone, ResourceGraph graph) => Verdicts.Any(
    [
        ZoneRules.Hold(graph, zone, "http_request_dynamic_redirect", Redirects),
        .. graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.PageRule, "zoneId")
            .Where(page => page["status"].Text != "disabled")
            .Select(page => page["actions"]["alwaysUseHttps"] switch
            {
                { Truth: true } => page["status"].IsUnknown ? Verdict.Undetermined : Verdict.Pass,
                { IsUnknown: true } => Verdict.Undetermined,
                _ => Verdict.Fail,
            }),
    ]);

    // Of the many ways to write it, each says either that the request has no TLS or that its address begins so.
    private static Verdict Redirects(PropertyValue rule)
    {
        var (action, expression) = (rule["action"], rule["expression"]);
        if (action is { IsUnknown: false, Text: not "redirect" }) return Verdict.Fail;
        if (action.IsUnknown || expression.IsUnknown) return Verdict.Undetermined;
        return expression.Text is { } text && (text.Contains("ssl", StringComparison.Ordinal) || text.Contains("http://", StringComparison.Ordinal))
            ? Verdict.Pass
            : Verdict.Fail;
    }
}
