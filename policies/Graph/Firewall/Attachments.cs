namespace Infra.Policies.Firewall;

/// <summary>Which security groups are put on the same machine, whatever kind of resource has them.</summary>
public sealed class Attachments
{
    private static readonly HashSet<string> GroupLists = ["securityGroups", "securityGroupIds", "securityGroupNames", "vpcSecurityGroupIds"];
    private static readonly string[] Groups = [.. ResourceTypes.SecurityGroup, .. ResourceTypes.DefaultSecurityGroup];

    private static readonly HashSet<string> NotAnInterface =
    [
        .. Groups, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LegacySecurityGroupRule,
    ];

    // Resources that add one group to what another resource has.
    private static readonly string[] Holders = ["networkInterfaceId", "vpcEndpointId"];

    // Interfaces that a machine gets as they are, with their own groups.
    private static readonly string[] Interfaces = ["networkInterfaces", "primaryNetworkInterface"];

    private readonly Lazy<ILookup<ResourceNode, Attachment>> _byGroup;
    private readonly Lazy<ILookup<string, Attachment>> _byMachine;

    private Attachments(IReadOnlyList<Attachment> all, IReadOnlyList<Stranger> strangers)
    {
        (All, Strangers) = (all, strangers);
        _byGroup = new(() => all.SelectMany(attachment => attachment.Groups.Select(group => (group, attachment)))
            .ToLookup(entry => entry.group, entry => entry.attachment));
        _byMachine = new(() => all.SelectMany(attachment => new[] { attachment.Machine, attachment.Resource.Urn }.Distinct()
            .Select(urn => (urn, attachment))).ToLookup(entry => entry.urn, entry => entry.attachment, StringComparer.Ordinal));
    }

    public IReadOnlyList<Attachment> All { get; }

    /// <summary>What is put on an interface as a group and is none of the program's: whatever it allows, the interface allows.</summary>
    public IReadOnlyList<Stranger> Strangers { get; }

    public IEnumerable<Attachment> Of(ResourceNode group) => _byGroup.Value[group];

    /// <summary>What a resource has, and what its interfaces have where it is a machine.</summary>
    public IReadOnlyList<ResourceNode> GroupsOf(ResourceNode resource) =>
        [.. _byMachine.Value[resource.Urn].SelectMany(attachment => attachment.Groups).Distinct()];

    /// <summary>The groups of each machine that has more than one.</summary>
    public IEnumerable<IReadOnlyList<ResourceNode>> Together => All
        .GroupBy(attachment => attachment.Machine, StringComparer.Ordinal)
        .Select(attachments => attachments.SelectMany(attachment => attachment.Groups).Distinct().ToList())
        .Where(groups => groups.Count > 1);

    public static Attachments Of(ResourceGraph graph)
    {
        var machines = new MachineInterfaces(graph);
        var written = graph.Nodes.Where(node => !NotAnInterface.Contains(node.Type)).SelectMany(node => Written(node, graph)).ToList();
        var all = written
            .Select(list => new Attachment(
                list.Resource, list.Groups.Path, machines.MachineOf(list.Interface),
                [.. PeerReader.EachOf(list.Groups).SelectMany(value => Meant(list.Resource, value)).Distinct()]))
            .Where(attachment => attachment.Groups.Count > 0);
        // What a provider computes or a component tells nobody wrote there: an instance tells its groups a second time, by their names.
        var strangers = written.Where(list => list.Resource.Type.StartsWith("aws:", StringComparison.Ordinal)
            && list.Resource.IsGiven(list.Groups.TopLevel))
            .SelectMany(list => Unmeant(list.Resource, [.. PeerReader.EachOf(list.Groups)]).Select(value => new Stranger(list.Resource, value)));
        return new([.. all], [.. strangers]);

        IReadOnlyList<ResourceNode> Meant(ResourceNode resource, PropertyValue value) => graph.Resolve(resource, value, Groups).Candidates;

        // Of more unknown values than there are groups they were computed from, some come from elsewhere.
        IEnumerable<PropertyValue> Unmeant(ResourceNode resource, PropertyValue[] values)
        {
            var unknown = values.Where(value => value.IsUnknown && Meant(resource, value).Count > 0).ToList();
            return values.Where(value => !value.IsAbsent && Meant(resource, value).Count == 0)
                .Concat(unknown.Skip(unknown.SelectMany(value => Meant(resource, value)).Distinct().Count()));
        }
    }

    private static IEnumerable<(ResourceNode Resource, PropertyValue Groups, string Interface)> Written(ResourceNode node, ResourceGraph graph)
    {
        var lists = Lists(node.Properties, depth: 0).OrderBy(list => list.Path, StringComparer.Ordinal).ToList();
        // What a provider shows beside what the program says may be of before a change.
        var isSaid = lists.Exists(list => !node.IsComputed(list.TopLevel)) || Interfaces.Any(node.IsGiven);
        foreach (var list in lists.Where(list => !isSaid || !node.IsComputed(list.TopLevel)))
            yield return (node, list, InterfaceOf(node, list));
        foreach (var holder in Holders.Where(holder => !node[holder].IsAbsent && !node["securityGroupId"].IsAbsent))
            yield return (node, node["securityGroupId"], SharedInterface(node, node[holder], graph));
    }

    private static IEnumerable<PropertyValue> Lists(PropertyValue value, int depth)
    {
        if (depth > 3) return [];
        if (value.IsList) return value.Items.SelectMany(item => Lists(item, depth + 1));
        return value.UnsortedMembers.SelectMany(member => GroupLists.Contains(member.Name) ? [member.Value] : Lists(member.Value, depth + 1));
    }

    // All interfaces of a launch template are of one machine; lists deep within other resources may be of several.
    private static string InterfaceOf(ResourceNode node, PropertyValue list) =>
        list.Path.Contains('.') && !ResourceTypes.LaunchTemplate.Contains(node.Type) ? $"{node.Urn} {list.Path}" : node.Urn;

    private static string SharedInterface(ResourceNode node, PropertyValue holder, ResourceGraph graph) =>
        (graph.Resolve(node, holder, ResourceTypes.NetworkInterface).Target ?? graph.Resolve(node, holder).Target)?.Urn ?? $"{node.Urn} {holder}";
}

/// <summary>A resource that carries security groups.</summary>
/// <param name="Resource">Which has them.</param>
/// <param name="Property">The path of its list.</param>
/// <param name="Machine">The same for all interfaces of one machine, as far as the program shows which those are.</param>
/// <param name="Groups">Those of the program; several candidates where it is not known which.</param>
public sealed record Attachment(ResourceNode Resource, string Property, string Machine, IReadOnlyList<ResourceNode> Groups);

/// <summary>A value in the place of a security group that no group of the program has.</summary>
public sealed record Stranger(ResourceNode Resource, PropertyValue Group);
