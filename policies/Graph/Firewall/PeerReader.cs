namespace Infra.Policies.Firewall;

public sealed class PeerReader(ResourceGraph graph)
{
    private static readonly string[] Groups = [.. ResourceTypes.SecurityGroup, .. ResourceTypes.DefaultSecurityGroup];

    private readonly Lazy<ILookup<string, PropertyValue>> _entries = new(() => graph.OfType(ResourceTypes.PrefixListEntry)
        .SelectMany(entry => graph.Resolve(entry, entry["prefixListId"], ResourceTypes.PrefixList).Candidates.Select(list => (list.Urn, Cidr: entry["cidr"])))
        .ToLookup(entry => entry.Urn, entry => entry.Cidr, StringComparer.Ordinal));

    // One whose list is not known may be in any of them.
    private readonly Lazy<bool> _hasLooseEntries = new(() => graph.OfType(ResourceTypes.PrefixListEntry)
        .Any(entry => graph.Resolve(entry, entry["prefixListId"], ResourceTypes.PrefixList).State == ReferenceState.Unknown));

    // Ids that a firewall has found by the list's name, which nobody but AWS can give.
    private readonly Lazy<List<PropertyValue>> _cloudFront = new(() =>
        [.. graph.OfType(ResourceTypes.FirewallComponent).SelectMany(component => EachOf(component["cloudFrontPrefixListIds"]))]);

    /// <summary>The elements of a list, or the list itself where it is unknown or a single text.</summary>
    public static IEnumerable<PropertyValue> EachOf(PropertyValue list) => list.IsList ? list.Items : list.IsAbsent ? [] : [list];

    public static IEnumerable<(Peer Peer, string Property)> Self(PropertyValue self, IReadOnlyList<ResourceNode> own)
    {
        if (self.IsUnknown)
            yield return (new Peer.Unknown(self.Path), self.Path);
        else if (self.Truth is true)
            yield return (own.Count > 0 ? new Peer.Group(own) : new Peer.Foreign("self", "the group is not in this program"), self.Path);
    }

    public IEnumerable<(Peer Peer, string Property)> Addresses(PropertyValue block)
    {
        if (block.IsAbsent) yield break;
        yield return (Addresses(block, graph), block.Path);
    }

    public IEnumerable<(Peer Peer, string Property)> PrefixList(ResourceNode rule, PropertyValue list)
    {
        if (list.IsAbsent) yield break;
        yield return (PrefixList(list, graph.Resolve(rule, list, ResourceTypes.PrefixList)), list.Path);
    }

    public IEnumerable<(Peer Peer, string Property)> Group(ResourceNode rule, PropertyValue group)
    {
        if (group.IsAbsent) yield break;
        // What is only known to come from a VPC may be its default group, or any other that was looked up in it.
        var meant = group.IsUnknown ? graph.Resolve(rule, group, Groups).Candidates : GroupsMeant(rule, group);
        yield return (meant.Count > 0 ? new Peer.Group(meant)
            : group.IsUnknown ? new Peer.Unknown(group.Path)
            : new Peer.Foreign(group.ToString(), "the group is not in this program, so its tier is not declared"), group.Path);
    }

    /// <summary>A VPC's own <c>defaultSecurityGroupId</c> means its default group, adopted or not.</summary>
    public IReadOnlyList<ResourceNode> GroupsMeant(ResourceNode rule, PropertyValue group)
    {
        var meant = graph.Resolve(rule, group, Groups).Candidates;
        if (meant.Count > 0) return meant;
        return [.. graph.Resolve(rule, group, ResourceTypes.Vpc).Candidates.Select(AdoptedDefault).Distinct()];
    }

    private static Peer Addresses(PropertyValue block, ResourceGraph graph)
    {
        if (block.Text is not { } text) return new Peer.Unknown(block.Path);
        if (CidrSet.Parse(text) is { } addresses) return new Peer.Block(addresses, block.ToString());
        return new Peer.Foreign(block.ToString(), "it is not a CIDR block");
    }

    private Peer PrefixList(PropertyValue written, Reference reference)
    {
        if (reference.Target is { } list && IsDeclared(list)) return Entries(list);
        if (written.Text is not { } text) return new Peer.Unknown(written.Path);
        if (AwsPrefixLists.IsCloudFront(text) || _cloudFront.Value.Exists(id => id.Text == text))
            return new Peer.Block(AwsPrefixLists.Addresses, written.ToString(), IsCloudFront: true);
        if (AwsPrefixLists.IsWellKnown(text)) return new Peer.Block(AwsPrefixLists.Addresses, written.ToString());
        return _cloudFront.Value.Exists(id => id.IsUnknown)
            ? new Peer.Unknown(written.Path)
            : new Peer.Foreign(written.ToString(), "this program does not make the prefix list, so nothing shows which addresses it holds");
    }

    private Peer.Block Entries(ResourceNode list)
    {
        var blocks = list["entries"].Items.Select(entry => entry["cidr"]).Concat(_entries.Value[list.Urn]).ToList();
        var parsed = blocks.Select(block => block.Text is { } text ? CidrSet.Parse(text) : null).ToList();
        return new(
            parsed.OfType<CidrSet>().Aggregate(CidrSet.None, (all, block) => all.Union(block)),
            $"prefix list {list.Name}",
            IsWhole: !_hasLooseEntries.Value && !list["entries"].IsUnknown && parsed.TrueForAll(block => block is not null),
            IsList: true);
    }

    // A list that the program only reads has no inputs; its entries are known where an engine has read them.
    private static bool IsDeclared(ResourceNode list) => list.IsGiven("entries") || list.IsGiven("maxEntries") || list["entries"].IsList;

    private ResourceNode AdoptedDefault(ResourceNode vpc) =>
        graph.PointingTo(vpc, ResourceTypes.Vpc, ResourceTypes.DefaultSecurityGroup, "vpcId").FirstOrDefault() ?? vpc;
}
