using Infra.Policies.Firewall;

namespace Infra.Policies.Cloudflare;

public sealed class OriginsAnswerOnlyTheEdge() : Rule(
    "cf-origin-closed",
    Rank.Medium,
    "What strangers send past Cloudflare meets neither its filter nor its rate limit.",
    "admit the ranges of https://www.cloudflare.com/ips alone (getIpRanges), or have the HTTPS listener verify Cloudflare's certificate")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. Balancers.Types, .. ClientCertificates.Types, .. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule,
        .. ResourceTypes.LegacySecurityGroupRule,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var ways = Balancers.BehindTheProxy(graph).ToLookup(way => way.Balancer);
        return graph.Firewall.Judgements.Select(judgement => judgement.Opening)
            .Where(opening => opening.Direction == Direction.Ingress)
            .SelectMany(opening => opening.Groups.SelectMany(graph.Firewall.Labels.Attachments.Of)
                .SelectMany(attachment => ways[attachment.Resource]).OrderByDescending(way => way.IsCertain).Take(1)
                .SelectMany(way => Judge(opening, way, graph)))
            .DistinctBy(finding => (finding.Urn, finding.Key));
    }

    private IEnumerable<Finding> Judge(Opening opening, Balancers.Way way, ResourceGraph graph)
    {
        var isOpen = IsOpen(opening.Peer);
        if (opening.Groups is not [_] || !way.IsCertain) isOpen = isOpen == Verdict.Fail ? Verdict.Fail : Verdict.Undetermined;
        if (isOpen == Verdict.Fail) return [];
        var doors = ClientCertificates.Doors(way.Balancer, graph).Select(ClientCertificates.IsAsked).ToList();
        if (doors.Count > 0 && doors.TrueForAll(door => door == Verdict.Pass)) return [];
        return isOpen == Verdict.Pass && !doors.Contains(Verdict.Undetermined)
            ? [Fail(opening.Rule, opening.Property, $"{opening.Peer.Text} reaches {way.Balancer.Name} past Cloudflare's {way.Front.Name}", opening.Key)]
            : [Undetermined(opening.Rule, opening.Property,
                $"whether {opening.Peer.Text} reaches {way.Balancer.Name} past Cloudflare's {way.Front.Name} is not known before the deployment", opening.Key)];
    }

    // What comes from inside, or from CloudFront, has its own way; a few addresses are those of somebody known.
    private static Verdict IsOpen(Peer peer) => peer switch
    {
        Peer.Block { IsCloudFront: true } or Peer.Group => Verdict.Fail,
        Peer.Block block when DeclaredRanges.IsTooWide(block.Addresses.Except(EdgeAddresses.All).Intersect(AddressSpace.Public)) => Verdict.Pass,
        Peer.Block { IsWhole: true } => Verdict.Fail,
        _ => Verdict.Undetermined,
    };
}
