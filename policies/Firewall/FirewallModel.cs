namespace Infra.Policies.Firewall;

/// <summary>Who may talk to whom according to the security groups of a program.</summary>
public sealed class FirewallModel
{
    private readonly Lazy<ILookup<ResourceNode, Opening>> _openings;

    private FirewallModel(TierLabels labels, AdminRanges admin, IReadOnlyList<Judgement> judgements, IReadOnlyList<FirewallFlow> flows)
    {
        (Labels, Admin, Judgements, Flows) = (labels, admin, judgements, flows);
        _openings = new(() => judgements.Select(judgement => judgement.Opening)
            .SelectMany(opening => opening.Groups.Select(group => (group, opening)))
            .ToLookup(entry => entry.group, entry => entry.opening));
    }

    public TierLabels Labels { get; }
    public AdminRanges Admin { get; }

    /// <summary>Every opening with its verdict.</summary>
    public IReadOnlyList<Judgement> Judgements { get; }

    public IReadOnlyList<FirewallFlow> Flows { get; }

    public IEnumerable<Opening> OpeningsOf(ResourceNode group) => _openings.Value[group];

    internal static FirewallModel Of(ResourceGraph graph)
    {
        var labels = TierLabels.Of(graph);
        var admin = AdminRanges.Of(graph);
        var judge = new Judge(labels, admin);
        List<Judgement> judgements = [.. new OpeningReader(graph).Read().Select(judge.Of)];
        return new(labels, admin, judgements, new FlowTable(judgements, judge).Flows());
    }
}
