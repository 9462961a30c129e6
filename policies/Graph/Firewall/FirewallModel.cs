namespace Infra.Policies.Firewall;

/// <summary>Who may talk to whom according to the security groups of a program.</summary>
public sealed class FirewallModel
{
    private readonly Lazy<ILookup<ResourceNode, Opening>> _openings;
    private readonly PeerReader _peers;

    private FirewallModel(
        PeerReader peers, TierLabels labels, DeclaredRanges admin, DeclaredRanges partners,
        IReadOnlyList<Judgement> judgements, IReadOnlyList<FirewallFlow> flows)
    {
        (_peers, Labels, Admin, Partners, Judgements, Flows) = (peers, labels, admin, partners, judgements, flows);
        _openings = new(() => judgements.Select(judgement => judgement.Opening)
            .SelectMany(opening => opening.Groups.Select(group => (group, opening)))
            .ToLookup(entry => entry.group, entry => entry.opening));
    }

    public TierLabels Labels { get; }
    public DeclaredRanges Admin { get; }
    public DeclaredRanges Partners { get; }

    /// <summary>Every opening with its verdict.</summary>
    public IReadOnlyList<Judgement> Judgements { get; }

    public IReadOnlyList<FirewallFlow> Flows { get; }

    /// <summary>The default group that a value names, or its VPC where the program has not adopted it.</summary>
    public IReadOnlyList<ResourceNode> DefaultGroupsMeant(ResourceNode resource, PropertyValue group) => _peers.GroupsMeant(resource, group);

    public IEnumerable<Opening> OpeningsOf(ResourceNode group) => _openings.Value[group];

    public static FirewallModel Of(ResourceGraph graph)
    {
        var labels = TierLabels.Of(graph);
        var admin = DeclaredRanges.Of(graph, DeclaredRanges.OfAdministrators);
        var partners = DeclaredRanges.Of(graph, DeclaredRanges.OfPartners);
        var judge = new Judge(labels, admin, partners, new JoinedNetworks(graph));
        List<Judgement> judgements = [.. new OpeningReader(graph).Read().Select(judge.Of)];
        return new(new PeerReader(graph), labels, admin, partners, judgements, new FlowTable(judgements, judge).Flows());
    }
}
