using Infra.Policies.Firewall;

namespace Infra.Policies.Reachability;

/// <summary>What each thing can reach next: the targets of a load balancer, and whatever its groups may talk to.</summary>
public sealed class Passages
{
    private readonly ILookup<ResourceNode, ResourceNode> _groupsOf;
    private readonly ILookup<ResourceNode, ResourceNode> _membersOf;
    private readonly ILookup<ResourceNode, Passage> _forward;
    private readonly ILookup<ResourceNode, Opening> _into;
    private readonly FirewallModel _firewall;

    private Passages(ResourceGraph graph)
    {
        _firewall = graph.Firewall;
        var attached = graph.Firewall.Labels.Attachments.All
            .SelectMany(attachment => attachment.Groups.Select(group => (attachment.Resource, group))).Distinct().ToList();
        _groupsOf = attached.ToLookup(entry => entry.Resource, entry => entry.group);
        _membersOf = attached.ToLookup(entry => entry.group, entry => entry.Resource);
        _forward = ForwardPath.Of(graph).Where(path => path.Port.Number is not null)
            .ToLookup(path => path.Balancer, path => new Passage(path.Carrier, Traffic.Tcp(path.Port.Number!.Value), path.IsCertain));
        _into = graph.Firewall.Judgements.Select(judgement => judgement.Opening).Where(opening => opening.Direction == Direction.Ingress)
            .SelectMany(opening => (opening.Peer as Peer.Group)?.Candidates.Select(source => (source, opening)) ?? [])
            .ToLookup(entry => entry.source, entry => entry.opening);
    }

    public static Passages In(ResourceGraph graph) => graph.Once(made => new Passages(made));

    public Hop HopTo(ResourceNode node, Traffic traffic) => new(
        node.Urn, node.Name, _groupsOf[node].Select(group => TierLabels.Of(group).Text).FirstOrDefault(tier => tier is not null),
        traffic.IsEmpty ? "on ports not known" : traffic.ToString());

    // A load balancer talks to nothing but its targets, whatever its groups allow.
    public IEnumerable<Passage> From(ResourceNode node) => (ResourceTypes.LoadBalancer.Contains(node.Type) ? _forward[node] : Beside(node))
        .OrderByDescending(passage => passage.IsCertain).ThenBy(passage => passage.Node.Urn, StringComparer.Ordinal);

    private IEnumerable<Passage> Beside(ResourceNode node) =>
        from source in _groupsOf[node]
        from ingress in _into[source]
        from target in ingress.Groups
        let egress = _firewall.OpeningsOf(source).Where(opening => opening.Direction == Direction.Egress && MayReach(opening, target)).ToList()
        let traffic = Common(ingress, egress)
        where !traffic.IsEmpty
        from member in _membersOf[target]
        where member != node
        select new Passage(member, traffic, ingress is { Traffic: not null, Groups.Count: 1, Peer: Peer.Group { Candidates.Count: 1 } }
            && egress.TrueForAll(opening => opening.Traffic is not null));

    private static bool MayReach(Opening egress, ResourceNode target) => egress.Peer switch
    {
        Peer.Group group => group.Candidates.Contains(target),
        Peer.Block block => block.Addresses.Overlaps(AddressSpace.Private),
        Peer.Unknown => true,
        _ => false,
    };

    private static Traffic Common(Opening ingress, List<Opening> egress) => (ingress.Traffic ?? Traffic.All)
        .Intersect(egress.Aggregate(Traffic.None, (all, opening) => all.Union(opening.Traffic ?? Traffic.All)));
}

/// <summary>Something that can be reached next.</summary>
public sealed record Passage(ResourceNode Node, Traffic Traffic, bool IsCertain);
