using Infra.Policies.Firewall;
using Infra.Policies.Routing;

namespace Infra.Policies.Network;

public sealed class PublicSubnetsHoldOnlyTheEdge() : Rule(
    "public-subnet-only-edge",
    Rank.High,
    "In a public subnet one public address and one careless rule are enough; in a private one there is no way in to be careless with.",
    "move it to app or data subnets; public ones are for load balancers, NAT gateways and bastions")
{
    private const string Bastion = "bastion";

    private static readonly HashSet<string> Edge =
        [.. TierMatrix.Paths.Where(path => path.From == TierMatrix.Internet).Select(path => path.To), Bastion];

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
        if (labels.TrueForAll(label => label.Text is null ? !label.IsUnknown : Edge.Contains(label.Text))) return [];
        var places = graph.Network.PlacesOf(attachment.Resource);
        var known = places.Subnets.Where(subnet => SubnetLabel.Text(subnet) == SubnetLabel.Public).ToList();
        var unknown = places.Subnets.FirstOrDefault(subnet => SubnetLabel.Of(subnet).IsUnknown);
        var tier = labels.Find(label => label.Text is { } text && !Edge.Contains(text))?.Text;
        if (known.Count > 0 && tier is not null && (places.IsCertain || known.Count == places.Subnets.Count) && attachment.Groups.Count(group => TierLabels.Of(group).Text == tier) == attachment.Groups.Count)
            return [Fail(attachment.Resource, null, $"{attachment.Resource.Name} ({tier}) is in {known[0].Name}, which is public", tier)];
        if (known.Count > 0)
            return [Undetermined(attachment.Resource, attachment.Property, $"whether it is of the {tier ?? "edge"} tier, and in {known[0].Name}, which is public, is not known before the deployment")];
        return unknown is null ? [] : [Undetermined(attachment.Resource, attachment.Property, $"whether {unknown.Name} is public is not known before the deployment")];
    }
}
