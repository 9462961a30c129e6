namespace Infra.Policies.Cloudflare;

/// <summary>A rule about one phase of requests: a ruleset of it must hold a rule that stops somebody, and a zone of the program must have one.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="phase">Such as <c>http_ratelimit</c>.</param>
/// <param name="does">What a rule must do, for messages.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
public abstract class PhaseRule(string id, Rank rank, string phase, string does, string why, string fix) : Rule(id, rank, why, fix)
{
    public override IReadOnlyList<string> Types { get; } = [.. ZoneTraffic.Types, .. CloudflareTypes.Ruleset];

    public sealed override IEnumerable<Finding> Check(ResourceGraph graph) =>
    [
        .. graph.OfType(CloudflareTypes.Ruleset).SelectMany(ruleset => CheckRuleset(ruleset, graph)),
        .. graph.OfType(CloudflareTypes.Zone)
            .SelectMany(zone => ZoneTraffic.Scope(zone, graph, Missing(zone, graph), (node, value) => Undetermined(node, value))),
    ];

    /// <summary>Whether a rule that is on stops somebody.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="ruleset">Whose rule it is.</param>
    /// <param name="graph">The program.</param>
    protected abstract Verdict Stops(PropertyValue rule, ResourceNode ruleset, ResourceGraph graph);

    /// <summary>What there is to say of a zone for which the program has no ruleset of the phase.</summary>
    protected abstract IEnumerable<Finding> CheckWithout(ResourceNode zone, ResourceGraph graph);

    // A custom ruleset does nothing until another one executes it.
    private IEnumerable<Finding> CheckRuleset(ResourceNode ruleset, ResourceGraph graph)
    {
        var (kind, its, rules) = (ruleset["kind"], ruleset["phase"], ruleset["rules"]);
        if (kind.Text is "custom" or "managed" || (!its.IsUnknown && its.Text != phase)) return [];
        var verdict = ZoneRules.AnyOf(rules, rule => Stops(rule, ruleset, graph));
        if (verdict == Verdict.Pass) return [];
        var unknown = kind.IsUnknown ? kind : its.IsUnknown ? its : verdict == Verdict.Undetermined ? rules.FirstUnknown() ?? rules : null;
        return [unknown is null ? Fail(ruleset, rules.Path, $"no rule that is on {does}") : Undetermined(ruleset, unknown)];
    }

    private List<Finding> Missing(ResourceNode zone, ResourceGraph graph)
    {
        var own = graph.PointingTo(zone, CloudflareTypes.Zone, CloudflareTypes.Ruleset, "zoneId").Where(IsOfPhase).ToList();
        if (own.Exists(ruleset => IsKnown(ruleset) && graph.Resolve(ruleset, ruleset["zoneId"], CloudflareTypes.Zone).Target == zone)) return [];
        var doubtful = own.Concat(graph.OfType(CloudflareTypes.Ruleset).Where(ruleset => IsOfPhase(ruleset) && IsOfAccount(ruleset)
            && Covers(ruleset, zone) != Verdict.Fail)).ToList();
        if (doubtful.Exists(ruleset => IsKnown(ruleset) && IsOfAccount(ruleset) && Covers(ruleset, zone) == Verdict.Pass)) return [];
        var found = CheckWithout(zone, graph).ToList();
        return found.Count > 0 && doubtful.Count > 0
            ? [Undetermined(zone, "zoneId", $"whether {doubtful[0].Name} is a ruleset of its phase {phase} is not known before the deployment")]
            : found;

        static bool IsKnown(ResourceNode ruleset) => !ruleset["phase"].IsUnknown && !ruleset["kind"].IsUnknown;
        bool IsOfPhase(ResourceNode ruleset) => ruleset["phase"].IsUnknown || ruleset["phase"].Text == phase;
    }

    private static bool IsOfAccount(ResourceNode ruleset) => !ruleset["accountId"].IsAbsent && ruleset["kind"].Text is null or "root";

    // One of an account says in its expressions which zones it is for.
    private static Verdict Covers(ResourceNode ruleset, ResourceNode zone) => ZoneRules.AnyOf(ruleset["rules"], rule =>
    {
        var (expression, name) = (rule["expression"], zone["name"]);
        if (expression.IsUnknown || name.IsUnknown || expression.Text is not { } text) return Verdict.Undetermined;
        return text == "true" || (name.Text is { Length: > 0 } known && text.Contains($"\"{known}\"", StringComparison.Ordinal)) ? Verdict.Pass
            : text.Contains("cf.zone.name", StringComparison.Ordinal) ? Verdict.Fail
            : Verdict.Undetermined;
    });
}
