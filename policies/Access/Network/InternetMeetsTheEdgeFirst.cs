using Infra.Policies.Firewall;
using Infra.Policies.Reachability;

namespace Infra.Policies.Network;

public sealed class InternetMeetsTheEdgeFirst() : Rule(
    "internet-first-hop",
    Rank.Critical,
    "Whatever has a public address, a public route and an open port is attacked within minutes: nothing else stands before it.",
    "take one of the three away: visitors come by the load balancer, administrators by the bastion")
{
    private static readonly HashSet<string> Edge = [.. TierMatrix.Paths.Where(path => path.From == TierMatrix.Internet).Select(path => path.To)];

    private static readonly Traffic Public = Edge.Select(tier => TierMatrix.Allowed(TierMatrix.Internet, tier))
        .Aggregate(Traffic.None, (all, traffic) => all.Union(traffic));

    private static readonly Traffic Http3 = Traffic.Of(TransportProtocol.Udp, PortSet.Of([443]));

    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.LegacySecurityGroupRule, .. ResourceTypes.Subnet, .. ResourceTypes.Route,
        .. ResourceTypes.RouteTable, .. ResourceTypes.RouteTableAssociation, .. ResourceTypes.InternetGateway, .. ResourceTypes.NetworkAcl,
        .. ResourceTypes.ElasticAddress, .. ResourceTypes.LoadBalancer, .. ResourceTypes.ClassicBalancer, .. ResourceTypes.Listener,
        .. ResourceTypes.Instance, .. ResourceTypes.LaunchTemplate, .. ResourceTypes.DatabaseInstance,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var attachments = graph.Firewall.Labels.Attachments.All.ToLookup(attachment => attachment.Resource.Urn, StringComparer.Ordinal);
        var unguarded = UnguardedBalancer.In(graph)
            .Join(PublicEntry.Of(graph), balancer => balancer.Node, entry => entry.Node, (balancer, entry) => (balancer, entry))
            .ToDictionary(pair => pair.entry.Node.Urn, StringComparer.Ordinal);
        return InternetPaths.Of(graph)
            .Where(path => path.Hops is [var first] && (first.Tier is null || !Edge.Contains(first.Tier)))
            .Select(path => unguarded.TryGetValue(path.Target.Urn, out var open)
                ? Check(path, open.balancer, open.entry.Traffic)
                : Check(path, attachments[path.Target.Urn].First()))
            .OfType<Finding>();
    }

    // Whoever serves HTTP/3 has no groups to give.
    private Finding? Check(InternetPath path, UnguardedBalancer balancer, Traffic arrives)
    {
        var excess = arrives.Except(Public).Except(balancer.Quic.Intersect(Http3));
        return !excess.IsEmpty ? Found(balancer.Node, "securityGroups", $"{path}, as it has no security groups", path.IsCertain)
            : balancer.IsWhole ? null
            : Found(balancer.Node, "securityGroups", $"{path}, as it has no security groups", isCertain: false);
    }

    private Finding? Check(InternetPath path, Attachment attachment) => IsBalancerWithoutTier(path, attachment)
        ? null
        : Found(attachment.Resource, attachment.Property, $"{path}", path.IsCertain && !IsTierUnknown(attachment));

    // It is the place where visitors come in; that its groups name no tier, and its ports, other rules say.
    private static bool IsBalancerWithoutTier(InternetPath path, Attachment attachment) =>
        path.Target.Tier is null && ResourceTypes.PublicBalancers.Contains(attachment.Resource.Type) && !IsTierUnknown(attachment);

    private static bool IsTierUnknown(Attachment attachment) => attachment.Groups.Any(group => TierLabels.Of(group).IsUnknown);

    private Finding Found(ResourceNode resource, string property, string path, bool isCertain) => isCertain
        ? Fail(resource, property, path)
        : Undetermined(resource, property, $"{path}: whether it is open is not known before the deployment");
}
