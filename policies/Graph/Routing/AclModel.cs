using System.Collections.Concurrent;
using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>Which network ACL stands before which subnet.</summary>
public sealed class AclModel
{
    private readonly ResourceGraph _graph;
    private readonly ILookup<ResourceNode, (ResourceNode Acl, bool IsCertain)> _bySubnet;
    private readonly IReadOnlyList<ResourceNode> _anySubnet;
    private readonly Dictionary<ResourceNode, NetworkAcl> _acls;
    private readonly ConcurrentDictionary<ResourceNode, (IReadOnlyList<NetworkAcl?> Acls, bool IsCertain)> _before = new();

    public AclModel(ResourceGraph graph)
    {
        _graph = graph;
        var rules = graph.OfType(ResourceTypes.NetworkAclRule)
            .Select(rule => (Rule: rule, Acl: graph.Resolve(rule, rule["networkAclId"], Acls))).ToList();
        _acls = graph.OfType(Acls).ToDictionary(acl => acl, acl => Read(acl, [.. rules.Where(rule => MayBelong(rule.Acl, acl))
            .Select(rule => (rule.Rule, rule.Acl.Target == acl))]));

        var inline = graph.OfType(Acls).SelectMany(acl => PeerReader.EachOf(acl["subnetIds"])
            .Select(subnet => (Acl: acl, Subnet: graph.Resolve(acl, subnet, ResourceTypes.Subnet), IsKnownAcl: true)));
        var associated = graph.OfType(ResourceTypes.NetworkAclAssociation).SelectMany(association =>
        {
            var acl = graph.Resolve(association, association["networkAclId"], Acls);
            var subnet = graph.Resolve(association, association["subnetId"], ResourceTypes.Subnet);
            return acl.Candidates.Select(candidate => (Acl: candidate, Subnet: subnet, IsKnownAcl: acl.Target is not null));
        });
        var all = inline.Concat(associated).ToList();
        _bySubnet = all
            .SelectMany(entry => entry.Subnet.Candidates.Select(subnet =>
                (subnet, (entry.Acl, entry.Subnet.Target is not null && entry.IsKnownAcl))))
            .ToLookup(entry => entry.subnet, entry => entry.Item2);
        _anySubnet = [.. all.Where(entry => entry.Subnet.State == ReferenceState.Unknown).Select(entry => entry.Acl).Distinct()];
    }

    private static IReadOnlyList<string> Acls { get; } = [.. ResourceTypes.NetworkAcl, .. ResourceTypes.DefaultNetworkAcl];

    /// <summary>
    /// The ACLs that may stand before a subnet: exactly one, unless that is not known.
    /// Null stands for AWS's own, which lets everything pass.
    /// </summary>
    public (IReadOnlyList<NetworkAcl?> Acls, bool IsCertain) Of(ResourceNode subnet) => _before.GetOrAdd(subnet, Find);

    private (IReadOnlyList<NetworkAcl?> Acls, bool IsCertain) Find(ResourceNode subnet)
    {
        var found = _bySubnet[subnet].ToList();
        var certain = found.Where(entry => entry.IsCertain).Select(entry => entry.Acl).Distinct().ToList();
        if (certain.Count == 1 && _anySubnet.Count == 0) return ([_acls[certain[0]]], true);
        var (adopted, isAdopted) = DefaultOf(subnet);
        if (found.Count == 0 && _anySubnet.Count == 0) return ([adopted], isAdopted);
        var possible = found.Select(entry => entry.Acl).Concat(_anySubnet).Distinct().Select(acl => (NetworkAcl?)_acls[acl]);
        return ([.. certain.Count == 0 ? possible.Append(adopted) : possible], false);
    }

    private (NetworkAcl? Acl, bool IsCertain) DefaultOf(ResourceNode subnet)
    {
        if (_graph.Resolve(subnet, subnet["vpcId"], ResourceTypes.Vpc).Target is not { } network) return (null, true);
        var adopted = _graph.OfType(ResourceTypes.DefaultNetworkAcl)
            .Select(acl => (Acl: acl, Network: _graph.Resolve(acl, acl["defaultNetworkAclId"], ResourceTypes.Vpc))).ToList();
        if (adopted.Find(entry => entry.Network.Candidates.Contains(network)).Acl is { } known) return (_acls[known], true);
        return adopted.Find(entry => entry.Network.State == ReferenceState.Unknown).Acl is { } possible ? (_acls[possible], false) : (null, true);
    }

    private static bool MayBelong(Reference reference, ResourceNode acl) =>
        reference.Candidates.Contains(acl) || reference.State == ReferenceState.Unknown;

    private static NetworkAcl Read(ResourceNode acl, IReadOnlyList<(ResourceNode Rule, bool IsMember)> rules) => new(
        acl,
        [.. Inline(acl, acl["ingress"]), .. Standalone(rules, isEgress: false)],
        [.. Inline(acl, acl["egress"]), .. Standalone(rules, isEgress: true)]);

    private static IEnumerable<AclLine> Inline(ResourceNode acl, PropertyValue lines) => PeerReader.EachOf(lines).Select(line => line.IsUnknown
        ? new(acl, null, null, null, null, line.Path)
        : AclLine.Read(acl, line["ruleNo"], line["action"], name => line[name], isMember: true));

    private static IEnumerable<AclLine> Standalone(IEnumerable<(ResourceNode Rule, bool IsMember)> rules, bool isEgress) => rules
        .Select(entry => (entry.Rule, entry.IsMember, Egress: entry.Rule["egress"]))
        .Where(entry => entry.Egress.IsUnknown || (entry.Egress.Truth is true) == isEgress)
        .Select(entry => entry.Egress.IsUnknown
            ? new(entry.Rule, null, null, null, null, entry.Egress.Path)
            : AclLine.Read(entry.Rule, entry.Rule["ruleNumber"], entry.Rule["ruleAction"], name => entry.Rule[name], entry.IsMember));
}
