using System.Runtime.ExceptionServices;

namespace Infra.Policies;

/// <summary>A list of rules and their one evaluator.</summary>
public sealed class PolicyPack(string name, IReadOnlyList<Rule> rules)
{
    // What a rule that failed would have found is not known, so nobody can accept it.
    internal const string CrashKey = "crash";

    // A graph of fewer is judged in some milliseconds, and a second thread gains nothing.
    private const int ResourcesWorthSharing = 200;

    public string Name => name;
    public IReadOnlyList<Rule> Rules => rules;

    /// <summary>What every program should keep to.</summary>
    public static PolicyPack Essential { get; } = new("infra-essential", [.. EssentialRules.All]);

    /// <summary>Errors first, then by rule, URN and property: the same graph gives the same list, whatever the order of its resources.</summary>
    public IReadOnlyList<Finding> Check(ResourceGraph graph) => Check(graph, WaiverList.None);

    /// <summary>The same; accepted findings have their waiver, and waivers that are expired, unused or too broad are findings too.</summary>
    public IReadOnlyList<Finding> Check(ResourceGraph graph, WaiverList waivers)
    {
        var findings = CheckEach(graph).SelectMany(ofOne => ofOne).ToList();
        return
        [
            .. waivers.ApplyTo([.. findings.Except(Superseded(findings))], graph, rules)
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
                .ThenBy(finding => finding.Urn, StringComparer.Ordinal)
                .ThenBy(finding => finding.Property, StringComparer.Ordinal)
                .ThenBy(finding => finding.Key, StringComparer.Ordinal),
        ];
    }

    // Rules share nothing but the graph, whose indexes any thread may fill, so over a whole platform they are checked side by side.
    private List<Finding>[] CheckEach(ResourceGraph graph)
    {
        if (graph.Nodes.Count < ResourcesWorthSharing) return [.. rules.Select(rule => CheckOne(rule, graph))];
        var findings = new List<Finding>[rules.Count];
        try
        {
            Parallel.For(0, rules.Count, index => findings[index] = CheckOne(rules[index], graph));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
        return findings;
    }

    private static List<Finding> CheckOne(Rule rule, ResourceGraph graph)
    {
        try
        {
            return [.. rule.Check(graph)];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [Crash(rule, graph, exception)];
        }
    }

    // The exception's message may quote a property, so only its type is shown.
    private static Finding Crash(Rule rule, ResourceGraph graph, Exception exception) => new()
    {
        Rule = rule.Id,
        Severity = Severity.Error,
        Verdict = Verdict.Fail,
        Urn = graph.OfType(ResourceTypes.Stack).Concat(graph.Nodes).Select(node => node.Urn).FirstOrDefault(""),
        Message = $"the rule could not be evaluated: it failed with {exception.GetType().Name}",
        Fix = "report it as a defect of the rule; until it is mended nothing is known of what it guards",
        Key = CrashKey,
        Fingerprint = Fingerprint.Of(rule.Id, "", CrashKey),
    };

    private IEnumerable<Finding> Superseded(IReadOnlyList<Finding> findings)
    {
        var generalOf = rules.Where(rule => rule.Supersedes.Count > 0).ToDictionary(rule => rule.Id, rule => rule.Supersedes);
        var covered = findings.Where(finding => generalOf.ContainsKey(finding.Rule))
            .SelectMany(finding => generalOf[finding.Rule].Select(general => (general, finding.Urn, finding.Key, finding.Verdict)))
            .ToHashSet();

        // What is certain speaks for what is not, never the other way round.
        return findings.Where(finding => covered.Contains((finding.Rule, finding.Urn, finding.Key, Verdict.Fail))
            || (finding.Verdict == Verdict.Undetermined && covered.Contains((finding.Rule, finding.Urn, finding.Key, Verdict.Undetermined))));
    }
}
