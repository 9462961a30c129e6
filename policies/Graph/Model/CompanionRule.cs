namespace Infra.Policies;

/// <summary>A rule that demands another resource for each one of some types: a policy for a bucket, a lock for a vault.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="types">The resources that need a companion.</param>
/// <param name="companions">The types of which one of them must be.</param>
/// <param name="property">The property by which a companion names what it belongs to.</param>
/// <param name="what">What to call it in a message, for example <c>bucket policy</c>.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class CompanionRule(
    string id, Rank rank, IReadOnlyList<string> types, IReadOnlyList<string> companions, string property, string what,
    string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, types, why, fix, anchors)
{
    private readonly IReadOnlyList<string> _types = types;

    public sealed override IReadOnlyList<string> Types => [.. _types, .. companions];

    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Scope(resource, graph, Missing(resource, graph));

    /// <summary>What is wrong with a companion, if anything; that there is one is enough unless a rule says more.</summary>
    protected virtual IEnumerable<Finding> CheckCompanion(ResourceNode companion) => [];

    /// <summary>Which of the findings count for this resource; all, unless a rule says less.</summary>
    protected virtual IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) => findings;

    private List<Finding> Missing(ResourceNode resource, ResourceGraph graph)
    {
        var named = graph.PointingTo(resource, _types, companions, property).ToList();
        if (named.Count == 0) return [Fail(resource, null, $"no {what} names it")];
        var certain = named.Where(companion => graph.Resolve(companion, companion[property], _types).Target == resource).ToList();
        var verdicts = certain.Select(companion => CheckCompanion(companion).ToList()).ToList();
        if (verdicts.Exists(findings => findings.Count == 0)) return [];
        if (certain.Count == named.Count) return verdicts.Find(IsOpen) ?? verdicts[0];
        var doubtful = named.Except(certain).First();
        return [Undetermined(resource, property, $"whether {doubtful.Name} is its {what} is not known before the deployment")];

        static bool IsOpen(List<Finding> findings) => findings.TrueForAll(finding => finding.Verdict == Verdict.Undetermined);
    }
}
