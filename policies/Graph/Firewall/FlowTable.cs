namespace Infra.Policies.Firewall;

/// <summary>Turns openings into the flows that are open at both ends.</summary>
public sealed class FlowTable(IReadOnlyList<Judgement> judgements, Judge judge)
{
    private readonly ILookup<ResourceNode, Opening> _egressOf = judgements
        .Select(judgement => judgement.Opening)
        .Where(opening => opening.Direction == Direction.Egress)
        .SelectMany(opening => opening.Groups.Select(group => (group, opening)))
        .ToLookup(entry => entry.group, entry => entry.opening);

    public IReadOnlyList<FirewallFlow> Flows() =>
    [
        .. judgements.SelectMany(judgement => judgement.Opening.Direction == Direction.Ingress ? Into(judgement.Opening) : OutOf(judgement.Opening))
            .GroupBy(flow => (flow.From, flow.To, flow.Protocol, flow.FromPort, flow.ToPort))
            .Select(same => same.First() with
            {
                Via = [.. same.SelectMany(flow => flow.Via).Distinct().Order(StringComparer.Ordinal)],
            })
            .OrderBy(flow => flow.From, StringComparer.Ordinal)
            .ThenBy(flow => flow.To, StringComparer.Ordinal)
            .ThenBy(flow => flow.Protocol, StringComparer.Ordinal)
            .ThenBy(flow => flow.FromPort)
            .ThenBy(flow => flow.ToPort),
    ];

    private IEnumerable<FirewallFlow> Into(Opening ingress)
    {
        var targets = ingress.Groups.Count > 0 ? ingress.Groups.Select(Name) : [ingress.GroupText];
        foreach (var target in targets.Distinct())
        {
            if (ingress.Peer is not Peer.Group sources)
            {
                if (IsNobody(ingress.Peer)) continue;
                foreach (var flow in Rows(PeerName(ingress), target, ingress.Traffic, [ingress.Rule.Urn])) yield return flow;
                continue;
            }

            foreach (var flow in sources.Candidates.SelectMany(source => ResourceTypes.Vpc.Contains(source.Type)
                ? Rows($"default group of {source.Name}", target, ingress.Traffic, [ingress.Rule.Urn])
                : Between(source, target, ingress))) yield return flow;
        }
    }

    private IEnumerable<FirewallFlow> Between(ResourceNode source, string target, Opening ingress) =>
        _egressOf[source].Where(egress => MayReach(egress, ingress)).SelectMany(egress => Rows(
            Name(source),
            target,
            ingress.Traffic is null ? egress.Traffic : egress.Traffic is null ? ingress.Traffic : ingress.Traffic.Intersect(egress.Traffic),
            [ingress.Rule.Urn, egress.Rule.Urn]));

    private IEnumerable<FirewallFlow> OutOf(Opening egress) => egress.Peer is Peer.Group || IsNobody(egress.Peer)
        ? []
        : egress.Groups.SelectMany(group => Rows(Name(group), PeerName(egress), egress.Traffic, [egress.Rule.Urn]));

    // Which of its network's addresses a group's members have is not known before the deployment; AWS's own services have none of those.
    private static bool MayReach(Opening egress, Opening ingress) => egress.Peer switch
    {
        Peer.Group destination => destination.Candidates.Any(ingress.Groups.Contains),
        Peer.Block block => MayBeOfNetworks(block.Addresses),
        _ => true,
    };

    private static bool MayBeOfNetworks(CidrSet addresses) =>
        addresses.Overlaps(AddressSpace.Private) || !addresses.Contains(AddressSpace.Public);

    private static bool IsNobody(Peer peer) => peer is Peer.Block { IsWhole: true, Addresses.IsEmpty: true };

    private string PeerName(Opening opening) => opening.Peer switch
    {
        Peer.Block { IsCloudFront: true } => TierMatrix.CloudFront,
        _ when judge.IsPartner(opening.Peer) => TierMatrix.Partner,
        _ when judge.IsInternet(opening.Peer) => TierMatrix.Internet,
        Peer.Block when judge.IsAdmin(opening.Peer) => TierMatrix.Admin,
        Peer.Block when judge.IsNeighbour(opening) => TierMatrix.Neighbour,
        Peer.Block when judge.IsRemoteDatabase(opening) => TierMatrix.RemoteDatabase,
        _ => opening.Peer.Text,
    };

    private static string Name(ResourceNode group) => TierLabels.Of(group).Text ?? group.Name;

    private static IEnumerable<FirewallFlow> Rows(string from, string to, Traffic? traffic, IReadOnlyList<string> via)
    {
        if (traffic is null) return [new(from, to, "unknown", 0, 65535, via)];
        var listed = traffic.Listed.SelectMany(entry => entry.Ports.Ranges
            .Select(range => new FirewallFlow(from, to, entry.Protocol.ToString(), range.From, range.To, via)));
        return traffic.HasOthers ? [.. listed, new(from, to, "all", 0, 65535, via)] : listed;
    }
}
