namespace Infra.Policies.Firewall;

/// <summary>A set of protocol and port pairs; protocols that are not listed are all in it or all out of it.</summary>
public sealed class Traffic : IEquatable<Traffic>
{
    private readonly ProtocolPorts[] _listed;

    private Traffic(IEnumerable<ProtocolPorts> listed, bool hasOthers)
    {
        var others = Whole(hasOthers);
        _listed = [.. listed.Where(entry => !entry.Ports.Equals(others)).OrderBy(entry => entry.Protocol.Number)];
        HasOthers = hasOthers;
    }

    public static Traffic None { get; } = new([], hasOthers: false);
    public static Traffic All { get; } = new([], hasOthers: true);

    /// <summary>Whether the protocols that are not listed are in it.</summary>
    public bool HasOthers { get; }

    public bool IsEmpty => !HasOthers && _listed.Length == 0;

    /// <summary>All protocols, or every port of TCP or UDP.</summary>
    public bool IsWholesale => HasOthers || Ports(TransportProtocol.Tcp).IsEveryPort || Ports(TransportProtocol.Udp).IsEveryPort;

    /// <summary>By the protocols' numbers.</summary>
    public IReadOnlyList<ProtocolPorts> Listed => _listed;

    public static Traffic Of(TransportProtocol protocol, PortSet ports) =>
        new([new(protocol, protocol.HasPorts || ports.IsEmpty ? ports : PortSet.All)], hasOthers: false);

    public static Traffic Tcp(params IEnumerable<int> ports) => Of(TransportProtocol.Tcp, PortSet.Of(ports));

    public PortSet Ports(TransportProtocol protocol) => Array.Find(_listed, entry => entry.Protocol == protocol)?.Ports ?? Whole(HasOthers);

    // Nothing on one side is the common case, and needs no new set.
    public Traffic Union(Traffic other) =>
        other.IsEmpty ? this : IsEmpty ? other : Combine(other, (a, b) => a.Union(b), HasOthers || other.HasOthers);

    public Traffic Intersect(Traffic other) =>
        IsEmpty || other.IsEmpty ? None : Combine(other, (a, b) => a.Intersect(b), HasOthers && other.HasOthers);

    public Traffic Except(Traffic other) =>
        IsEmpty || other.IsEmpty ? this : Combine(other, (a, b) => a.Except(b), HasOthers && !other.HasOthers);

    public bool Contains(Traffic other) =>
        (HasOthers || !other.HasOthers)
        && Array.TrueForAll(_listed, entry => entry.Ports.Contains(other.Ports(entry.Protocol)))
        && Array.TrueForAll(other._listed, entry => Ports(entry.Protocol).Contains(entry.Ports));

    public bool Overlaps(Traffic other) =>
        (HasOthers && other.HasOthers)
        || Array.Exists(_listed, entry => entry.Ports.Overlaps(other.Ports(entry.Protocol)))
        || Array.Exists(other._listed, entry => entry.Ports.Overlaps(Ports(entry.Protocol)));

    public bool Equals(Traffic? other) => other is not null && HasOthers == other.HasOthers && _listed.SequenceEqual(other._listed);

    public override bool Equals(object? obj) => Equals(obj as Traffic);

    public override int GetHashCode() => _listed.Aggregate(HasOthers ? 1 : 0, (hash, entry) => HashCode.Combine(hash, entry));

    public override string ToString()
    {
        if (IsEmpty) return "nothing";
        if (HasOthers && _listed.Length == 0) return "all protocols";
        var parts = Listed.Where(entry => !entry.Ports.IsEmpty)
            .Select(entry => entry.Protocol.HasPorts ? $"{entry.Protocol} {entry.Ports}" : entry.Protocol.ToString()).ToList();
        if (HasOthers) parts.Add("all protocols but " + string.Join(", ", Listed.Select(entry => entry.Protocol)));
        return string.Join("; ", parts);
    }

    private static PortSet Whole(bool isIn) => isIn ? PortSet.All : PortSet.None;

    private Traffic Combine(Traffic other, Func<PortSet, PortSet, PortSet> combine, bool hasOthers) => new(
        _listed.Concat(other._listed).DistinctBy(entry => entry.Protocol.Number)
            .Select(entry => new ProtocolPorts(entry.Protocol, combine(Ports(entry.Protocol), other.Ports(entry.Protocol)))),
        hasOthers);
}

/// <summary>The ports of one protocol.</summary>
public sealed record ProtocolPorts(TransportProtocol Protocol, PortSet Ports);
