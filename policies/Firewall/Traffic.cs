namespace Infra.Policies.Firewall;

/// <summary>A set of protocol and port pairs; protocols that are not listed are all in it or all out of it.</summary>
public sealed class Traffic : IEquatable<Traffic>
{
    private readonly SortedDictionary<int, PortSet> _listed;

    private Traffic(SortedDictionary<int, PortSet> listed, bool hasOthers)
    {
        var others = Whole(hasOthers);
        _listed = new(listed.Where(entry => !entry.Value.Equals(others)).ToDictionary());
        HasOthers = hasOthers;
    }

    public static Traffic None { get; } = new([], hasOthers: false);
    public static Traffic All { get; } = new([], hasOthers: true);

    /// <summary>Whether the protocols that are not listed are in it.</summary>
    public bool HasOthers { get; }

    public bool IsEmpty => !HasOthers && _listed.Count == 0;

    /// <summary>All protocols, or every port of TCP or UDP.</summary>
    public bool IsWholesale => HasOthers || Ports(TransportProtocol.Tcp).IsEveryPort || Ports(TransportProtocol.Udp).IsEveryPort;

    public IEnumerable<(TransportProtocol Protocol, PortSet Ports)> Listed =>
        _listed.Select(entry => (new TransportProtocol(entry.Key), entry.Value));

    public static Traffic Of(TransportProtocol protocol, PortSet ports) =>
        new(new() { [protocol.Number] = protocol.HasPorts || ports.IsEmpty ? ports : PortSet.All }, hasOthers: false);

    public static Traffic Tcp(params IEnumerable<int> ports) => Of(TransportProtocol.Tcp, PortSet.Of(ports));

    public PortSet Ports(TransportProtocol protocol) => _listed.GetValueOrDefault(protocol.Number) ?? Whole(HasOthers);

    public Traffic Union(Traffic other) => Combine(other, (a, b) => a.Union(b), HasOthers || other.HasOthers);

    public Traffic Intersect(Traffic other) => Combine(other, (a, b) => a.Intersect(b), HasOthers && other.HasOthers);

    public Traffic Except(Traffic other) => Combine(other, (a, b) => a.Except(b), HasOthers && !other.HasOthers);

    public bool Contains(Traffic other) => other.Except(this).IsEmpty;

    public bool Overlaps(Traffic other) => !Intersect(other).IsEmpty;

    public bool Equals(Traffic? other) => other is not null && HasOthers == other.HasOthers && _listed.SequenceEqual(other._listed);

    public override bool Equals(object? obj) => Equals(obj as Traffic);

    public override int GetHashCode() => _listed.Aggregate(HasOthers ? 1 : 0, (hash, entry) => HashCode.Combine(hash, entry.Key, entry.Value));

    public override string ToString()
    {
        if (IsEmpty) return "nothing";
        if (HasOthers && _listed.Count == 0) return "all protocols";
        var parts = Listed.Where(entry => !entry.Ports.IsEmpty)
            .Select(entry => entry.Protocol.HasPorts ? $"{entry.Protocol} {entry.Ports}" : entry.Protocol.ToString()).ToList();
        if (HasOthers) parts.Add("all protocols but " + string.Join(", ", Listed.Select(entry => entry.Protocol)));
        return string.Join("; ", parts);
    }

    private static PortSet Whole(bool isIn) => isIn ? PortSet.All : PortSet.None;

    private Traffic Combine(Traffic other, Func<PortSet, PortSet, PortSet> combine, bool hasOthers)
    {
        var listed = new SortedDictionary<int, PortSet>();
        foreach (var number in _listed.Keys.Union(other._listed.Keys))
            listed[number] = combine(Ports(new(number)), other.Ports(new(number)));
        return new(listed, hasOthers);
    }
}
