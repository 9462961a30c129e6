using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class TierMatrixIsComplete() : Rule(
    "tier-matrix-complete",
    Rank.High,
    "A change that closes too much takes the site down as surely as one that opens too much exposes it.",
    "open the path at both ends: ingress at the target and egress at the source")
{
    public override IReadOnlyList<string> Types { get; } =
        [.. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LoadBalancer];

    // Each entry is a choice: one of its paths must be open.
    private static readonly IReadOnlyList<IReadOnlyList<TierPath>> Demanded =
    [
        .. TierMatrix.Paths.Where(path => path.Demand == Demand.Required).Select(path => (TierPath[])[path]),
        .. TierMatrix.Paths.Where(path => path.Demand == Demand.OneSource).GroupBy(path => path.To).Select(paths => paths.ToList()),
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var networks = graph.OfType(ResourceTypes.SecurityGroup).ToLookup(group => VpcOf(group, graph));
        var unplaced = networks[null].ToList();
        var findings =
            from network in networks.Where(network => network.Key is not null).Select(network => network.ToList()).DefaultIfEmpty([])
            from paths in Demanded
            from finding in Check(paths, network, unplaced, graph.Firewall)
            select finding;
        return findings.DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));
    }

    // A group whose network is not known may be in this one.
    private IEnumerable<Finding> Check(
        IReadOnlyList<TierPath> paths, List<ResourceNode> network, IEnumerable<ResourceNode> unplaced, FirewallModel firewall)
    {
        var findings = Check(paths, network, firewall);
        var others = unplaced.Where(group => TierLabels.Of(group).Text is { } tier && paths.Any(path => tier == path.From || tier == path.To)).ToList();
        if (others.Count == 0) return findings;
        return findings.Concat(Check(paths, [.. network, .. others], firewall)).Any()
            ? [Undetermined(others[0], others[0]["vpcId"], $"{paths[0]}")]
            : [];
    }

    private IEnumerable<Finding> Check(IReadOnlyList<TierPath> paths, IReadOnlyList<ResourceNode> network, FirewallModel firewall)
    {
        if (paths is [{ From: TierMatrix.Internet } visitors])
            return InTier(network, visitors.To).SelectMany(target => ForVisitors(target, firewall,
                Half(visitors, target, firewall.OpeningsOf(target), Direction.Ingress, IsSomebody)));

        var inUse = paths.Where(path => InTier(network, path.From).Count > 0).ToList();
        var findings = AnyOf(inUse, path => Check(path, InTier(network, path.From), InTier(network, path.To), firewall)).ToList();
        var unlabelled = network.Where(group => TierLabels.Of(group).IsUnknown).ToList();
        if (unlabelled.Count == 0) return findings;
        var label = TierLabels.Written(unlabelled[0]).Path;
        if (findings.Count == 0)
            return AtWorst(paths, network, unlabelled, firewall).Any()
                ? [Undetermined(unlabelled[0], label, $"whether the paths of its tier are open depends on {label}, which is not known before the deployment")]
                : [];
        if (AtBest(paths, network, unlabelled, firewall).Any(finding => finding.Verdict == Verdict.Fail)) return findings;
        return [Undetermined(unlabelled[0], label,
            $"path {paths[0]}: whether it is open depends on {label}, which is not known before the deployment", $"{paths[0]}")];
    }

    // They are of the tiers that lack something.
    private IEnumerable<Finding> AtBest(
        IReadOnlyList<TierPath> paths, IReadOnlyList<ResourceNode> network, List<ResourceNode> unlabelled, FirewallModel firewall) => AnyOf(paths, path =>
            Check(path, [.. InTier(network, path.From), .. unlabelled], [.. InTier(network, path.To), .. unlabelled], firewall));

    // They are of the one tier that a path still lacks.
    private IEnumerable<Finding> AtWorst(
        IReadOnlyList<TierPath> paths, IReadOnlyList<ResourceNode> network, List<ResourceNode> unlabelled, FirewallModel firewall) =>
        paths.Select(path => (Path: path, From: InTier(network, path.From), To: InTier(network, path.To)))
            .Where(ends => ends.From.Count == 0 != (ends.To.Count == 0))
            .SelectMany(ends => Check(ends.Path, ends.From.Count == 0 ? unlabelled : ends.From, ends.To.Count == 0 ? unlabelled : ends.To, firewall));

    private IEnumerable<Finding> Check(TierPath path, List<ResourceNode> sources, List<ResourceNode> targets, FirewallModel firewall)
    {
        if (targets.Count == 0 || sources.Count == 0) return [];
        return
        [
            .. AnyOf(targets, target => Half(path, target, firewall.OpeningsOf(target), Direction.Ingress, peer => Reaches(peer, sources, isEgress: false))),
            .. AnyOf(sources, source => Half(path, source, firewall.OpeningsOf(source), Direction.Egress, peer => Reaches(peer, targets, isEgress: true))),
        ];
    }

    private IEnumerable<Finding> Half(
        TierPath path, ResourceNode group, IEnumerable<Opening> openings, Direction direction, Func<Peer, bool> reaches)
    {
        var candidates = openings.Where(opening => opening.Direction == direction
            && (opening.Traffic is null || opening.Traffic.Overlaps(path.Traffic)) && (opening.Peer is Peer.Unknown || reaches(opening.Peer))).ToList();
        if (candidates.Exists(IsCertain)) return [];
        var side = direction == Direction.Ingress ? "ingress" : "egress";
        if (candidates.Count == 0) return [Fail(group, null, $"path missing: {path} has no {side} here", $"{path} {side}")];
        var unknown = Doubt.About(candidates[0]);
        return [Undetermined(group, unknown,
            $"path {path}: whether {candidates[0].Rule.Name} opens its {side} depends on {unknown}, "
                + "which is not known before the deployment",
            $"{path} {side}")];
    }

    // One group of a tier is enough, as is one source of a store: a second one may be there for another purpose.
    private static IEnumerable<Finding> AnyOf<T>(IReadOnlyList<T> alternatives, Func<T, IEnumerable<Finding>> check)
    {
        var results = alternatives.Select(alternative => check(alternative).ToList()).ToList();
        return results.Find(result => result.Count == 0)
            ?? results.Find(result => result.TrueForAll(finding => finding.Verdict == Verdict.Undetermined))
            ?? results.SelectMany(result => result);
    }

    private static bool IsCertain(Opening opening) => opening is { Traffic: not null, Peer: not Peer.Unknown, Groups.Count: 1 }
        && opening.Peer is not Peer.Group { Candidates.Count: > 1 } and not Peer.Block { IsWhole: false };

    private static bool IsSomebody(Peer peer) =>
        peer is Peer.Foreign or Peer.Block { Addresses.IsEmpty: false } or Peer.Block { IsWhole: false };

    // Egress to addresses counts if it is as wide as any network; ingress from addresses never stands in for a tier.
    private static bool Reaches(Peer peer, IReadOnlyList<ResourceNode> groups, bool isEgress) => peer switch
    {
        Peer.Group group => group.Candidates.Any(groups.Contains),
        Peer.Block block => isEgress && (!block.IsWhole || block.Addresses.Contains(AnyPrivateNetwork)),
        _ => false,
    };

    private static CidrSet AnyPrivateNetwork { get; } = CidrSet.Of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private static List<ResourceNode> InTier(IReadOnlyList<ResourceNode> network, string tier) =>
        [.. network.Where(group => TierLabels.Of(group).Text == tier)];

    // An internal load balancer has no visitors.
    private IEnumerable<Finding> ForVisitors(ResourceNode group, FirewallModel firewall, IEnumerable<Finding> findings)
    {
        var balancers = firewall.Labels.Attachments.Of(group).Select(attachment => attachment.Resource)
            .Where(resource => ResourceTypes.LoadBalancer.Contains(resource.Type) && resource["internal"].Truth is not true).ToList();
        if (balancers.Count == 0 && firewall.Labels.Attachments.Of(group).Any(IsBalancer)) return [];
        return balancers.Count > 0 && balancers.TrueForAll(balancer => balancer["internal"].IsUnknown) && findings.Any()
            ? [Undetermined(balancers[0], balancers[0]["internal"])]
            : findings;

        static bool IsBalancer(Attachment attachment) => ResourceTypes.LoadBalancer.Contains(attachment.Resource.Type);
    }

    private static string? VpcOf(ResourceNode group, ResourceGraph graph) =>
        graph.Resolve(group, group["vpcId"], ResourceTypes.Vpc).Target?.Urn ?? (group["vpcId"].IsUnknown ? null : group["vpcId"].ToString());
}
