using Infra.Policies.Firewall;
using Infra.Policies.Routing;

namespace Infra.Policies.Network;

public sealed class PublicSubnetsHoldOnlyTheEdge() : Rule(
    "public-subnet-only-edge",
    Rank.High,
    "In a public subnet one public address and one careless rule are enough; in a private one there is no way in to be careless with.",
    "move it to app or data subnets; public ones are for load balancers, NAT gateways and bastions")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.Subnet, .. ResourceTypes.SubnetGroups, .. ResourceTypes.SecurityGroup, .. ResourceTypes.LaunchTemplate,
        .. ResourceTypes.AutoScalingGroup, .. ResourceTypes.Instance,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.Firewall.Labels.Attachments.All
        .SelectMany(attachment => Check(attachment, graph))
        .DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));

    private IEnumerable<Finding> Check(Attachment attachment, ResourceGraph graph)
    {
        var labels = attachment.Groups.Select(TierLabels.Of).ToList();
        if (!labels.Exists(label => label.IsUnknown || IsInner(label))) return [];
        var (resource, places) = (attachment.Resource, graph.Network.PlacesOf(attachment.Resource));
        var outside = places.Subnets.Where(subnet => SubnetLabel.Text(subnet) == SubnetLabel.Public).ToList();
        if (outside.Count > 0)
        {
            var isOutside = places.IsCertain || outside.Count == places.Subnets.Count;
            return isOutside && labels.TrueForAll(IsInner)
                ? [Fail(resource, null, $"{resource.Name} ({labels[0].Text}) is in {outside[0].Name}, which is public", labels[0].Text)]
                : [Undetermined(resource, attachment.Property,
                    $"whether it is in {outside[0].Name}, which is public, and of a private tier, is not known before the deployment")];
        }

        return places.Subnets.FirstOrDefault(subnet => SubnetLabel.Of(subnet).IsUnknown) is { } unknown
            ? [Undetermined(resource, attachment.Property, $"whether {unknown.Name} is public is not known before the deployment")]
            : [];
    }

    private static bool IsInner(TierLabel label) => label.Text is { } text && !TierMatrix.Edge.Contains(text);
}
