namespace Infra.Policies.Cloudflare;

public sealed class VisitorsAreCounted() : PhaseRule(
    "cf-rate-limit",
    Rank.Medium,
    "http_ratelimit",
    "blocks or challenges",
    "Without a rate limit a single address tries passwords, or fills the queue, for as long as it likes.",
    "add a Ruleset of the phase http_ratelimit with a rule that blocks or challenges; every plan has at least one")
{
    private static readonly string[] Stopping = ["block", "challenge", "js_challenge", "managed_challenge"];

    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.RateLimit];

    // The one of an account executes others, which hold the limits (Cloudflare WAF, "Create a rate limiting ruleset via API", read 2026-11-23).
    protected override Verdict Stops(PropertyValue rule, ResourceNode ruleset, ResourceGraph graph)
    {
        if (rule["action"].Text != "execute") return Stops(rule);
        var executed = graph.Resolve(ruleset, rule["actionParameters"]["id"], CloudflareTypes.Ruleset).Candidates
            .Select(custom => ZoneRules.AnyOf(custom["rules"], Stops)).Distinct().ToList();
        return executed is [var all] ? all : Verdict.Undetermined;
    }

    private static Verdict Stops(PropertyValue rule) => rule["action"] switch
    {
        { IsUnknown: true } => Verdict.Undetermined,
        { Text: { } action } when Stopping.Contains(action) => Verdict.Pass,
        _ => Verdict.Fail,
    };

    // The resource that the provider had before the rulesets.
    protected override IEnumerable<Finding> CheckWithout(ResourceNode zone, ResourceGraph graph)
    {
        var former = graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.RateLimit, "zoneId")
            .Where(limit => limit["disabled"].Truth is not true).Select(limit => limit["action"]["mode"]).ToList();
        if (former.Exists(mode => mode is { IsUnknown: false, Text: not "simulate" })) return [];
        return [former.Find(mode => mode.IsUnknown) is { } open
            ? Undetermined(zone, open.Path, "whether its rate limit stops anybody is not known before the deployment")
            : Fail(zone, null, "no rate limit stops anybody who visits it")];
    }
}
