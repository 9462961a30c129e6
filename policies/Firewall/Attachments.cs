namespace Infra.Policies.Firewall;

/// <summary>Which security groups are put on the same network interface, whatever kind of resource has it.</summary>
public sealed class Attachments
{
    private static readonly HashSet<string> GroupLists = ["securityGroups", "securityGroupIds", "vpcSecurityGroupIds"];
    private static readonly string[] Groups = [.. ResourceTypes.SecurityGroup, .. ResourceTypes.DefaultSecurityGroup];

    private static readonly HashSet<string> NotAnInterface =
    [
        .. Groups, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LegacySecurityGroupRule,
    ];

    private readonly Lazy<ILookup<ResourceNode, Attachment>> _byGroup;

    private Attachments(IReadOnlyList<Attachment> all)
    {
        All = all;
        _byGroup = new(() => all.SelectMany(attachment => attachment.Groups.Select(group => (group, attachment)))
            .ToLookup(entry => entry.group, entry => entry.attachment));
    }

    public IReadOnlyList<Attachment> All { get; }

    public IEnumerable<Attachment> Of(ResourceNode group) => _byGroup.Value[group];

    /// <summary>The groups of each interface that has more than one.</summary>
    public IEnumerable<IReadOnlyList<ResourceNode>> Together => All
        .GroupBy(attachment => attachment.Interface, StringComparer.Ordinal)
        .Select(attachments => attachments.SelectMany(attachment => attachment.Groups).Distinct().ToList())
        .Where(groups => groups.Count > 1);

    internal static Attachments Of(ResourceGraph graph) =>
        new([.. graph.Nodes.Where(node => !NotAnInterface.Contains(node.Type)).SelectMany(node => Of(node, graph))]);

    private static IEnumerable<Attachment> Of(ResourceNode node, ResourceGraph graph)
    {
        foreach (var list in Lists(node.Properties, depth: 0).OrderBy(list => list.Path, StringComparer.Ordinal))
        {
            var groups = PeerReader.EachOf(list).SelectMany(group => graph.Resolve(node, group, Groups).Candidates).Distinct().ToList();
            if (groups.Count > 0) yield return new(node, list.Path, InterfaceOf(node, list), groups);
        }

        if (node["networkInterfaceId"] is { IsAbsent: false } && graph.Resolve(node, node["securityGroupId"], Groups).Candidates is { Count: > 0 } attached)
            yield return new(node, "securityGroupId", SharedInterface(node, graph), attached);
    }

    private static IEnumerable<PropertyValue> Lists(PropertyValue value, int depth)
    {
        if (depth > 3) return [];
        if (value.IsList) return value.Items.SelectMany(item => Lists(item, depth + 1));
        return value.UnsortedMembers.SelectMany(member => GroupLists.Contains(member.Name) ? [member.Value] : Lists(member.Value, depth + 1));
    }

    // A launch template has one list per interface; its own list and an interface's exclude each other.
    private static string InterfaceOf(ResourceNode node, PropertyValue list) => list.Path.Contains('.') ? $"{node.Urn} {list.Path}" : node.Urn;

    private static string SharedInterface(ResourceNode node, ResourceGraph graph) =>
        graph.Resolve(node, node["networkInterfaceId"]).Candidates is [var only] ? only.Urn : $"{node.Urn} {node["networkInterfaceId"]}";
}

/// <summary>A resource that carries security groups.</summary>
public sealed record Attachment(ResourceNode Resource, string Property, string Interface, IReadOnlyList<ResourceNode> Groups);
