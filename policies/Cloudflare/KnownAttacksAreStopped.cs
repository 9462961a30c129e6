namespace Infra.Policies.Cloudflare;

public sealed class KnownAttacksAreStopped() : PhaseRule(
    "cf-waf-managed-rules",
    Rank.Medium,
    "http_request_firewall_managed",
    "executes a managed ruleset and stops what that finds",
    "Without the managed rules known attacks reach the application, and rules that only log stop none of them.",
    "execute the Cloudflare Managed Ruleset (efb7b8c949ac4650a09736fc376e9aee) in a Ruleset of the phase http_request_firewall_managed")
{
    // They have but the free managed ruleset, which Cloudflare deploys by itself (Cloudflare WAF, "Get started", read 2026-11).
    private static readonly string[] Free = ["free", "lite", "partners_free", "partnersFree"];

    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.Subscription];

    protected override Verdict Stops(PropertyValue rule, ResourceNode ruleset, ResourceGraph graph)
    {
        var (action, changes) = (rule["action"], rule["actionParameters"]["overrides"]);
        if (!action.IsUnknown && action.Text != "execute") return Verdict.Fail;
        var (isOn, instead) = (changes["enabled"], changes["action"]);
        if (isOn.Truth is false || instead.Text == "log") return Verdict.Fail;
        return action.IsUnknown || isOn.IsUnknown || instead.IsUnknown ? Verdict.Undetermined : Verdict.Pass;
    }

    // A zone is of the Free plan until something says otherwise: up to version 5, the zone itself.
    protected override IEnumerable<Finding> CheckWithout(ResourceNode zone, ResourceGraph graph)
    {
        var plans = graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.Subscription, "zoneId").Select(paid => paid["ratePlan"]["id"])
            .Append(zone["plan"]).Where(plan => plan.IsUnknown || (plan.Text is { } name && !Free.Contains(name))).ToList();
        return plans.Count == 0 ? []
            : plans.Find(plan => !plan.IsUnknown) is { } plan ? [Fail(zone, null, $"no ruleset executes the managed rules for it, which its plan ({plan}) has")]
            : [Undetermined(zone, plans[0].Path, "whether its plan has the managed rules is not known before the deployment")];
    }
}
