namespace Infra.Policies.Cloudflare;

/// <summary>The rules of the rulesets that run in one phase of a zone's requests.</summary>
internal static class ZoneRules
{
    /// <summary>Whether one of a zone's rules in a phase is what is looked for; undetermined if one may be.</summary>
    /// <param name="graph">The program.</param>
    /// <param name="zone">Made by the program.</param>
    /// <param name="phase">Such as <c>http_request_dynamic_redirect</c>.</param>
    /// <param name="fits">Asked of each rule that is on.</param>
    public static Verdict Hold(ResourceGraph graph, ResourceNode zone, string phase, Func<PropertyValue, Verdict> fits)
    {
        var verdicts = graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.Ruleset, "zoneId")
            .Where(ruleset => ruleset["phase"].IsUnknown || ruleset["phase"].Text == phase)
            .Select(ruleset => IsCertain(ruleset) ? AnyOf(ruleset["rules"], fits) : Weaker(AnyOf(ruleset["rules"], fits))).ToList();
        return Verdicts.Any(verdicts);

        bool IsCertain(ResourceNode ruleset) =>
            !ruleset["phase"].IsUnknown && graph.Resolve(ruleset, ruleset["zoneId"], CloudflareTypes.Zone).Target == zone;
    }

    /// <summary>Whether one of the rules that are on is what is looked for.</summary>
    public static Verdict AnyOf(PropertyValue rules, Func<PropertyValue, Verdict> fits)
    {
        if (rules.IsUnknown) return Verdict.Undetermined;
        return Verdicts.Any([.. rules.Items.Select(rule => rule["enabled"] switch
        {
            { Truth: false } => Verdict.Fail,
            { IsUnknown: true } => Weaker(fits(rule)),
            _ => rule.IsUnknown ? Verdict.Undetermined : fits(rule),
        })]);
    }

    private static Verdict Weaker(Verdict verdict) => verdict == Verdict.Fail ? Verdict.Fail : Verdict.Undetermined;
}
