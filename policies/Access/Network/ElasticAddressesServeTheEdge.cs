using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class ElasticAddressesServeTheEdge() : Rule(
    "eip-only-edge",
    Rank.High,
    "An elastic address makes one machine of a private tier public, whatever its subnet and its launch template say.",
    "remove it: visitors come by the load balancer, administrators by the bastion, and NAT gateways have addresses of their own",
    "EC2.9")
{
    private static readonly string[] Carriers = [.. ResourceTypes.Instance, .. ResourceTypes.NetworkInterface];
    private static readonly string[] Holders = ["instance", "networkInterface", "instanceId", "networkInterfaceId"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.ElasticAddress, .. Carriers, .. ResourceTypes.SecurityGroup];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        from address in graph.OfType(ResourceTypes.ElasticAddress)
        from holder in Holders.Select(name => address[name])
        where !holder.IsAbsent
        from finding in Check(address, holder, graph)
        select finding;

    private IEnumerable<Finding> Check(ResourceNode address, PropertyValue holder, ResourceGraph graph)
    {
        var reference = graph.Resolve(address, holder, Carriers);
        if (reference.State == ReferenceState.Unknown) return [Undetermined(address, holder)];
        var groups = reference.Candidates.SelectMany(graph.Firewall.Labels.Attachments.GroupsOf).Distinct().ToList();
        var labels = groups.Select(TierLabels.Of).ToList();
        if (labels.TrueForAll(label => label.Text is null ? !label.IsUnknown : TierMatrix.Edge.Contains(label.Text))) return [];
        var inner = labels.Find(label => label.Text is { } text && !TierMatrix.Edge.Contains(text))?.Text;
        return inner is not null && reference.Target is { } target && groups.Count == 1
            ? [Fail(address, holder.Path, $"internet -> {target.Name} ({inner}) by the elastic address {address.Name}")]
            : [Undetermined(address, holder.Path,
                $"whether {holder.Path} makes a machine of the {inner ?? "private"} tiers public is not known before the deployment")];
    }
}
