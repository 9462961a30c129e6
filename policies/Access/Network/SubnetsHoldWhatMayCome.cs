using System.Globalization;
using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class SubnetsHoldWhatMayCome() : Rule(
    "subnet-capacity",
    Rank.Medium,
    "When a zone is lost its machines start in the others, and where no address is free they do not start.",
    "give the subnet a larger block, or the group a smaller maxSize")
{
    // Amazon VPC User Guide, subnet CIDR blocks, read 2026-11.
    private const int KeptByAws = 5;
    private const int SmallestPrefix = 28;

    // Elastic Load Balancing user guides, subnets for your load balancer, read 2026-11.
    private const int FreeForBalancer = 8;

    private static readonly string[] Interfaces = [.. ResourceTypes.LoadBalancer, .. ResourceTypes.VpcEndpoint, .. ResourceTypes.NatGateway];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Subnet, .. ResourceTypes.AutoScalingGroup, .. Interfaces];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var needs = graph.OfType(ResourceTypes.AutoScalingGroup).SelectMany(group => OfGroup(group, graph))
            .Concat(graph.OfType(Interfaces).SelectMany(node => OfInterface(node, graph)))
            .ToLookup(need => need.Subnet);
        return graph.OfType(ResourceTypes.Subnet).SelectMany(subnet => Check(subnet, [.. needs[subnet]]));
    }

    private IEnumerable<Finding> Check(ResourceNode subnet, List<Need> needs)
    {
        var block = subnet["cidrBlock"];
        var room = block.IsUnknown ? RoomOf(SmallestPrefix) : PrefixOf(block) is { } prefix ? RoomOf(prefix) : long.MaxValue;
        var certain = needs.Where(need => need.IsCertain).ToList();
        if (block.IsKnown && Sum(certain) > room)
            yield return Fail(subnet, block.Path,
                $"it has {room} addresses, and {Sum(certain)} may be needed when a zone is lost, by {Names(certain)}");
        else if (Sum(needs) > room)
            yield return Undetermined(subnet, block.Path, $"whether {block} holds what may come is not known before the deployment");
    }

    private static long Sum(IEnumerable<Need> needs) => needs.Sum(need => need.Addresses);

    private static string Names(IEnumerable<Need> needs) =>
        string.Join(", ", needs.Select(need => need.Of.Name).Distinct().Order(StringComparer.Ordinal));

    // The machines of one of the zones come on top, spread over the others.
    private static IEnumerable<Need> OfGroup(ResourceNode group, ResourceGraph graph)
    {
        var (places, most) = (graph.Network.PlacesOf(group), group["maxSize"]);
        if (!most.IsUnknown && most.Number is null) return [];
        var zones = Math.Max(places.Subnets.Count, PeerReader.EachOf(group["vpcZoneIdentifiers"]).Count());
        var others = Math.Max(1, zones - 1);
        var share = most.IsUnknown ? int.MaxValue : (most.Number!.Value + others - 1) / others;
        return places.Subnets.Select(subnet => new Need(group, subnet, share, places.IsCertain && most.IsKnown));
    }

    private static IEnumerable<Need> OfInterface(ResourceNode node, ResourceGraph graph)
    {
        var places = graph.Network.PlacesOf(node);
        return places.Subnets.Select(subnet => new Need(node, subnet, ResourceTypes.LoadBalancer.Contains(node.Type) ? FreeForBalancer : 1, places.IsCertain));
    }

    private static long RoomOf(int prefix) => Math.Max(0, (1L << (32 - prefix)) - KeptByAws);

    private static int? PrefixOf(PropertyValue block) => block.Text?.Split('/') is [_, var bits]
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) && prefix <= 32 ? prefix : null;

    private sealed record Need(ResourceNode Of, ResourceNode Subnet, long Addresses, bool IsCertain);
}
