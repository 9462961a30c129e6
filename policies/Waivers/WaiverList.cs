namespace Infra.Policies;

/// <summary>The waivers of a project as of one day: with the day they are all that a verdict depends on besides the program.</summary>
public sealed class WaiverList
{
    private readonly IReadOnlyList<Waiver> _waivers;
    private readonly DateOnly _today;

    private WaiverList(IReadOnlyList<Waiver> waivers, DateOnly today) => (_waivers, _today) = (waivers, today);

    public static WaiverList None { get; } = new([], DateOnly.MinValue);

    /// <param name="waivers">In any order.</param>
    /// <param name="rules">The rules that there are, whether or not they are enabled.</param>
    /// <param name="today">In UTC.</param>
    /// <exception cref="WaiverException">Some are malformed, name no rule, run too long or say the same: all of them at once.</exception>
    public static WaiverList Of(IReadOnlyList<Waiver> waivers, IReadOnlyList<Rule> rules, DateOnly today)
    {
        var problems = new WaiverProblems();
        foreach (var waiver in waivers) problems.Add(waiver, rules, today);
        problems.ThrowIfAny("The waivers are wrong");
        return new(waivers, today);
    }

    /// <summary>The same findings, the accepted ones with their waiver, and one for each waiver that is expired, unused or too broad.</summary>
    internal IEnumerable<Finding> ApplyTo(IReadOnlyList<Finding> findings, ResourceGraph graph, IReadOnlyList<Rule> enabled)
    {
        if (_waivers.Count == 0) return findings;
        var stacks = graph.Nodes.Select(node => StackOf(node.Urn)).ToHashSet(StringComparer.Ordinal);
        var accepted = new Dictionary<Finding, Waiver>();
        var faults = new List<Finding>();
        foreach (var waiver in _waivers.Where(waiver => stacks.Contains(StackOf(waiver.Urn))))
        {
            var meant = findings.Where(finding => Names(waiver, finding)).ToList();
            if (Fault(waiver, meant, accepted, graph, enabled) is { } fault) faults.Add(fault);
            else foreach (var finding in meant) accepted[finding] = waiver;
        }

        return findings.Select(finding => accepted.TryGetValue(finding, out var waiver) ? finding with { Waiver = waiver } : finding).Concat(faults);
    }

    private static bool Names(Waiver waiver, Finding finding) =>
        waiver.Rule == finding.Rule && waiver.Urn == finding.Urn && (waiver.Fingerprint is null || waiver.Fingerprint == finding.Fingerprint)
        && finding.Key != PolicyPack.CrashKey;

    private Finding? Fault(
        Waiver waiver, List<Finding> meant, Dictionary<Finding, Waiver> accepted, ResourceGraph graph, IReadOnlyList<Rule> enabled)
    {
        if (waiver.Expires < _today)
            return WaiverPolicy.Expired.Finding(
                waiver, FormattableString.Invariant($"the waiver of {waiver.Rule} ended on {waiver.Expires:yyyy-MM-dd}: {waiver}"));
        if (meant.Count > 1)
        {
            var all = string.Join("\n", meant.Select(finding => $"- {finding.Fingerprint} {finding.Message}"));
            return WaiverPolicy.TooBroad.Finding(waiver, FormattableString.Invariant(
                $"{waiver.Rule} has {meant.Count} findings there, and the waiver names none of them:\n{all}"));
        }

        // A rule that is switched off finds nothing; that says nothing of its waivers.
        if (meant.Count == 0)
            return enabled.Any(rule => rule.Id == waiver.Rule) ? WaiverPolicy.Unused.Finding(waiver, Unused(waiver, graph)) : null;
        return accepted.ContainsKey(meant[0])
            ? WaiverPolicy.Unused.Finding(waiver, $"another waiver covers the finding of {waiver.Rule} already")
            : null;
    }

    private static string Unused(Waiver waiver, ResourceGraph graph) => graph.Find(waiver.Urn) is null
        ? $"the waiver of {waiver.Rule} is for a resource that is not in the program"
        : waiver.Fingerprint is null
            ? $"{waiver.Rule} has no finding there"
            : $"{waiver.Rule} has no finding there with the fingerprint {waiver.Fingerprint}";

    // urn:pulumi:STACK::PROJECT
    private static string StackOf(string urn) => string.Join("::", urn.Split("::", 3).Take(2));
}
