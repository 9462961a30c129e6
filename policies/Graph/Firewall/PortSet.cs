using System.Globalization;

namespace Infra.Policies.Firewall;

/// <summary>From a first to a last port, 0 to 65535, both included.</summary>
public sealed record PortRange(int From, int To)
{
    public override string ToString() => From == To ? Invariant(From) : $"{Invariant(From)}-{Invariant(To)}";

    private static string Invariant(int port) => port.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A set of ports.</summary>
public sealed class PortSet : IEquatable<PortSet>
{
    private readonly Intervals _ports;

    private PortSet(Intervals ports) => _ports = ports;

    public static PortSet None { get; } = new(Intervals.None);
    public static PortSet All { get; } = Range(0, 65535);

    public bool IsEmpty => _ports.IsEmpty;

    /// <summary>Port 0 cannot be connected to, so a set without it is whole nevertheless.</summary>
    public bool IsEveryPort => Contains(Range(1, 65535));

    public IReadOnlyList<PortRange> Ranges => [.. _ports.Parts.Select(part => new PortRange((int)part.From, (int)part.To))];

    public static PortSet Range(int from, int to) => new(Intervals.Of((UInt128)Math.Clamp(from, 0, 65535), (UInt128)Math.Clamp(to, 0, 65535)));

    public static PortSet Of(params IEnumerable<int> ports) => ports.Aggregate(None, (set, port) => set.Union(Range(port, port)));

    public PortSet Union(PortSet other) => new(_ports.Union(other._ports));

    public PortSet Intersect(PortSet other) => new(_ports.Intersect(other._ports));

    public PortSet Except(PortSet other) => new(_ports.Except(other._ports));

    public bool Contains(PortSet other) => _ports.Contains(other._ports);

    public bool Overlaps(PortSet other) => _ports.Overlaps(other._ports);

    public bool Equals(PortSet? other) => other is not null && _ports.Equals(other._ports);

    public override bool Equals(object? obj) => Equals(obj as PortSet);

    public override int GetHashCode() => _ports.GetHashCode();

    public override string ToString() => string.Join(",", Ranges);
}
