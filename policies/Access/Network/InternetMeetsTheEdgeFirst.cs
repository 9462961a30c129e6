using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class InternetMeetsTheEdgeFirst() : Rule(
    "internet-first-hop",
    Rank.Critical,
    "Whatever has a public address, a public route and an open port is attacked within minutes: nothing else stands before it.",
    "take one of the three away: visitors come by the load balancer, administrators by the bastion")
{
    private static readonly HashSet<string> Edge = [.. TierMatrix.Paths.Where(path => path.From == TierMatrix.Internet).Select(path => path.To)];

    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.LegacySecurityGroupRule, .. ResourceTypes.Subnet, .. ResourceTypes.Route,
        .. ResourceTypes.RouteTable, .. ResourceTypes.RouteTableAssociation, .. ResourceTypes.InternetGateway, .. ResourceTypes.NetworkAcl,
        .. ResourceTypes.ElasticAddress, .. ResourceTypes.LoadBalancer, .. ResourceTypes.Instance, .. ResourceTypes.LaunchTemplate,
        .. ResourceTypes.DatabaseInstance,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => InternetPaths.Of(graph)
        .Where(path => path.Hops is [var first] && (first.Tier is null || !Edge.Contains(first.Tier)))
        .Select(path => (path, attachment: graph.Firewall.Labels.Attachments.All.First(each => each.Resource.Urn == path.Target.Urn)))
        .Where(entry => !IsBalancerWithoutTier(entry.path, entry.attachment))
        .Select(entry => Check(entry.path, entry.attachment));

    // It is the place where visitors come in; that its groups name no tier, and its ports, other rules say.
    private static bool IsBalancerWithoutTier(InternetPath path, Attachment attachment) =>
        path.Target.Tier is null && ResourceTypes.LoadBalancer.Contains(attachment.Resource.Type) && !IsTierUnknown(attachment);

    private static bool IsTierUnknown(Attachment attachment) => attachment.Groups.Any(group => TierLabels.Of(group).IsUnknown);

    private Finding Check(InternetPath path, Attachment attachment) => path.IsCertain && !IsTierUnknown(attachment)
        ? Fail(attachment.Resource, attachment.Property, $"{path}")
        : Undetermined(attachment.Resource, attachment.Property, $"{path}: whether it is open is not known before the deployment");
}
