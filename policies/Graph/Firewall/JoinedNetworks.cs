using System.Collections.Concurrent;
using Infra.Policies.Routing;

namespace Infra.Policies.Firewall;

/// <summary>
/// What stands in the networks that a peering connection joins with one's own. Groups cannot be named across regions, so the blocks of
/// subnets there stand for the machines in them, and no other block does.
/// </summary>
public sealed class JoinedNetworks
{
    private readonly ResourceGraph _graph;
    private readonly Lazy<Dictionary<ResourceNode, List<ResourceNode>>> _beside;
    private readonly Lazy<List<Block>> _blocks;
    private readonly Lazy<string?> _unknown;
    private readonly ConcurrentDictionary<(ResourceNode Network, string Label), CidrSet> _addresses = new();

    public JoinedNetworks(ResourceGraph graph)
    {
        _graph = graph;
        var ends = new Lazy<List<(Reference One, Reference Other)>>(() =>
            [.. graph.OfType(ResourceTypes.VpcPeeringConnection).Select(connection => (Network(connection, "vpcId"), Network(connection, "peerVpcId")))]);
        _beside = new(() => ends.Value.Where(pair => pair is { One.Target: not null, Other.Target: not null })
            .SelectMany(pair => new[] { (Own: pair.One.Target!, There: pair.Other.Target!), (Own: pair.Other.Target!, There: pair.One.Target!) })
            .GroupBy(pair => pair.Own).ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.There).Distinct().ToList()));
        _blocks = new(() => [.. graph.OfType(ResourceTypes.Subnet).Select(subnet => new Block(
            Network(subnet, "vpcId").Target, SubnetLabel.Text(subnet), CidrSet.Parse(subnet["cidrBlock"].Text ?? "")))]);
        _unknown = new(() => graph.OfType(ResourceTypes.VpcPeeringConnection).SelectMany(connection => UnknownOf(connection, "vpcId", "peerVpcId"))
            .Concat(graph.OfType(ResourceTypes.Subnet).SelectMany(subnet => UnknownOf(subnet, "vpcId").Concat(UnknownBlockOf(subnet)))).FirstOrDefault());
    }

    /// <summary>The property that keeps addresses from being told apart.</summary>
    public string Unknown => _unknown.Value ?? "vpcId";

    /// <summary>Whether addresses, seen from groups, are those of app subnets in a joined network; undetermined if they may be.</summary>
    public Verdict AreMachines(IReadOnlyList<ResourceNode> groups, Peer peer) => Are(SubnetLabel.App, groups, peer);

    /// <summary>Whether addresses, seen from groups, are those of data subnets in a joined network; undetermined if they may be.</summary>
    public Verdict AreStores(IReadOnlyList<ResourceNode> groups, Peer peer) => Are(SubnetLabel.Data, groups, peer);

    private Verdict Are(string label, IReadOnlyList<ResourceNode> groups, Peer peer)
    {
        if (peer is not Peer.Block { Addresses.IsEmpty: false } block || groups.Count == 0) return Verdict.Fail;
        if (!AddressSpace.Private.Contains(block.Addresses)) return Verdict.Fail;
        if (!_graph.OfType(ResourceTypes.VpcPeeringConnection).Any()) return Verdict.Fail;

        var homes = groups.Select(group => Network(group, "vpcId")).ToList();
        if (block.IsWhole && homes.TrueForAll(home => home.Target is { } own && _addresses.GetOrAdd((own, label), Addresses).Contains(block.Addresses)))
            return Verdict.Pass;
        return _unknown.Value is null && block.IsWhole && homes.TrueForAll(IsKnown) ? Verdict.Fail : Verdict.Undetermined;
    }

    private CidrSet Addresses((ResourceNode Network, string Label) beside) => !_beside.Value.TryGetValue(beside.Network, out var networks)
        ? CidrSet.None
        : _blocks.Value.Where(block => block is { Network: { } there, Addresses: not null } && block.Label == beside.Label && networks.Contains(there))
            .Aggregate(CidrSet.None, (all, block) => all.Union(block.Addresses!));

    private Reference Network(ResourceNode resource, string property) => _graph.Resolve(resource, resource[property], ResourceTypes.Vpc);

    private IEnumerable<string> UnknownOf(ResourceNode resource, params string[] networks) => networks.Where(property => !IsKnown(Network(resource, property)));

    private static IEnumerable<string> UnknownBlockOf(ResourceNode subnet) =>
        new[] { subnet["cidrBlock"], SubnetLabel.Of(subnet) }.Where(value => value.IsUnknown).Select(value => value.Path);

    private static bool IsKnown(Reference reference) => reference.State is not (ReferenceState.Ambiguous or ReferenceState.Unknown);

    private sealed record Block(ResourceNode? Network, string? Label, CidrSet? Addresses);
}
