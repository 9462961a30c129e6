using Infra.Policies.Firewall;
using Infra.Policies.Reachability;

namespace Infra.Policies.LoadBalancing;

public sealed class HealthChecksArrive() : Rule(
    "health-check-reachable",
    Rank.High,
    "A health check that a firewall swallows makes every clone look ill: they are replaced for ever, and nobody is served.",
    "open the port of the health check from the load balancer's group to the machines' group, ingress and egress")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.LoadBalancer, .. ResourceTypes.Listener, .. ResourceTypes.ListenerRule, .. ResourceTypes.TargetGroup,
        .. ResourceTypes.TargetGroupAttachment, .. ResourceTypes.AutoScalingGroup, .. ResourceTypes.AutoScalingAttachment,
        .. ResourceTypes.LaunchTemplate, .. ResourceTypes.Instance, .. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var attachments = graph.Firewall.Labels.Attachments;
        return ForwardPath.Of(graph).Where(path => !ResourceTypes.Function.Contains(path.Carrier.Type))
            .DistinctBy(path => (path.Balancer, path.TargetGroup, path.Carrier, path.Port.ToString()))
            .SelectMany(path => Check(path, attachments.GroupsOf(path.Balancer), attachments.GroupsOf(path.Carrier), graph.Firewall))
            .DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));
    }

    // Of a network load balancer without a group, only its addresses could be told, which nobody knows before it is there.
    private IEnumerable<Finding> Check(ForwardPath path, IReadOnlyList<ResourceNode> from, IReadOnlyList<ResourceNode> to, FirewallModel firewall)
    {
        if (from.Count == 0 || to.Count == 0) yield break;
        var (group, check) = (path.TargetGroup, path.TargetGroup["healthCheck"]);
        var port = check["port"] is { IsAbsent: false } own && own.Text != "traffic-port" ? own : path.Port;
        var key = $"{path.Balancer.Name} {path.Carrier.Name}";
        if (port.IsUnknown) yield return Undetermined(group, port, key);
        if (port.Number is not { } number) yield break;

        var way = $"{path.Balancer.Name} -> {group.Name} tcp {number} -> {path.Carrier.Name}";
        Verdict[] halves =
        [
            Open(to.SelectMany(firewall.OpeningsOf), Direction.Ingress, number, from), Open(from.SelectMany(firewall.OpeningsOf), Direction.Egress, number, to),
        ];
        var closed = halves[0] == Verdict.Fail ? $"{to[0].Name} does not let it in" : $"{from[0].Name} does not let it out";
        if (halves.Contains(Verdict.Fail) && path.IsCertain) yield return Fail(group, port.Path, $"{way}: {closed}", key);
        else if (halves.Contains(Verdict.Fail) || halves.Contains(Verdict.Undetermined))
            yield return Undetermined(group, port.Path, $"{way}: whether the firewall lets the check pass is not known before the deployment", key);
    }

    private static Verdict Open(IEnumerable<Opening> openings, Direction direction, int port, IReadOnlyList<ResourceNode> peers)
    {
        var wanted = Traffic.Tcp(port);
        var candidates = openings
            .Where(opening => opening.Direction == direction && opening.Traffic?.Contains(wanted) is not false && MayBe(opening.Peer, peers)).ToList();
        return candidates.Exists(IsCertain) ? Verdict.Pass : candidates.Count > 0 ? Verdict.Undetermined : Verdict.Fail;
    }

    private static bool IsCertain(Opening opening) =>
        opening is { Traffic: not null, Groups.Count: 1, Peer: Peer.Group { Candidates.Count: 1 } or Peer.Block { IsWhole: true } };

    // Addresses within the network are somebody's in it; whether they are the load balancer's is for another rule to say.
    private static bool MayBe(Peer peer, IReadOnlyList<ResourceNode> groups) => peer switch
    {
        Peer.Group group => group.Candidates.Any(groups.Contains),
        Peer.Block block => block.Addresses.Overlaps(AddressSpace.Private) || !block.IsWhole,
        _ => true,
    };
}
