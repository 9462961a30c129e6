using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Policies.Firewall;

/// <summary>A set of IPv4 and IPv6 addresses.</summary>
public sealed class CidrSet : IEquatable<CidrSet>
{
    private readonly Intervals _ipv4;
    private readonly Intervals _ipv6;

    private CidrSet(Intervals ipv4, Intervals ipv6) => (_ipv4, _ipv6) = (ipv4, ipv6);

    public static CidrSet None { get; } = new(Intervals.None, Intervals.None);
    public static CidrSet All { get; } = new(Intervals.Of(0, uint.MaxValue), Intervals.Of(0, UInt128.MaxValue));

    public bool IsEmpty => _ipv4.IsEmpty && _ipv6.IsEmpty;

    /// <summary>One block or address; host bits are cut off, as EC2 does it. Null for anything that is neither.</summary>
    public static CidrSet? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = ParseAddress(slash < 0 ? text : text[..slash]);
        if (address is null) return null;
        var width = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var length = width;
        if (slash >= 0 && !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length)) return null;
        if (length > width) return null;

        var bytes = address.GetAddressBytes();
        var number = width == 32 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var size = width - length == 128 ? UInt128.MaxValue : (UInt128.One << (width - length)) - 1;
        var block = Intervals.Of(number & ~size, number | size);
        return width == 32 ? new(block, Intervals.None) : new(Intervals.None, block);
    }

    /// <summary>The union of blocks that are known to be well-formed.</summary>
    public static CidrSet Of(params IEnumerable<string> blocks) => blocks.Aggregate(
        None, (set, block) => set.Union(Parse(block) ?? throw new FormatException($"'{block}' is not a CIDR block.")));

    public CidrSet Union(CidrSet other) => new(_ipv4.Union(other._ipv4), _ipv6.Union(other._ipv6));

    public CidrSet Intersect(CidrSet other) => new(_ipv4.Intersect(other._ipv4), _ipv6.Intersect(other._ipv6));

    public CidrSet Except(CidrSet other) => new(_ipv4.Except(other._ipv4), _ipv6.Except(other._ipv6));

    public bool Contains(CidrSet other) => _ipv4.Contains(other._ipv4) && _ipv6.Contains(other._ipv6);

    public bool Overlaps(CidrSet other) => _ipv4.Overlaps(other._ipv4) || _ipv6.Overlaps(other._ipv6);

    /// <summary>
    /// The size of the largest gapless run of addresses, as the length of the prefix that would just hold it;
    /// null without addresses of the family.
    /// </summary>
    public (int? Ipv4, int? Ipv6) WidestPrefix() => (Widest(_ipv4, 32), Widest(_ipv6, 128));

    /// <summary>The fewest blocks that make up the set, lowest address first, IPv4 before IPv6.</summary>
    public IReadOnlyList<string> Blocks() =>
        [.. Blocks(_ipv4, 32).Select(block => Text(block, 32)), .. Blocks(_ipv6, 128).Select(block => Text(block, 128))];

    public bool Equals(CidrSet? other) => other is not null && _ipv4.Equals(other._ipv4) && _ipv6.Equals(other._ipv6);

    public override bool Equals(object? obj) => Equals(obj as CidrSet);

    public override int GetHashCode() => HashCode.Combine(_ipv4, _ipv6);

    public override string ToString() => string.Join(", ", Blocks());

    // IPAddress.Parse reads 010.0.0.1 as octal and 10.1 as 10.0.0.1; a firewall rule that says so is malformed.
    private static IPAddress? ParseAddress(string text) =>
        IPAddress.TryParse(text, out var address) && !text.Contains('%') && !text.StartsWith('[')
        && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text)
            ? address
            : null;

    private static int? Widest(Intervals addresses, int width)
    {
        if (addresses.IsEmpty) return null;
        var span = addresses.Parts.Max(part => part.To - part.From);
        return width - (128 - (int)UInt128.LeadingZeroCount(span));
    }

    private static IEnumerable<(UInt128 Start, int Length)> Blocks(Intervals addresses, int width)
    {
        foreach (var (from, to) in addresses.Parts)
        {
            for (var start = from; ;)
            {
                var bits = Math.Min(width, start == 0 ? width : (int)UInt128.TrailingZeroCount(start));
                while (bits > 0 && (bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1) > to - start) bits--;
                yield return (start, width - bits);
                var last = start + (bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1);
                if (last >= to) break;
                start = last + 1;
            }
        }
    }

    private static string Text((UInt128 Start, int Length) block, int width)
    {
        var bytes = new byte[width / 8];
        for (var index = 0; index < bytes.Length; index++) bytes[index] = (byte)(block.Start >> (width - 8 - (8 * index)));
        return $"{new IPAddress(bytes)}/{block.Length.ToString(CultureInfo.InvariantCulture)}";
    }
}
