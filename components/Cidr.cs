using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Infra.Components;

/// <summary>An IPv4 address block in canonical form: no bit is set beyond the prefix.</summary>
public sealed record Cidr
{
    private const int AddressBits = 32;

    // RFC 1918 and the shared address space of RFC 6598: never routed on the internet.
    private static readonly Cidr[] PrivateSpace =
        [Parse("10.0.0.0/8"), Parse("172.16.0.0/12"), Parse("192.168.0.0/16"), Parse("100.64.0.0/10")];

    private readonly uint _network;

    private Cidr(uint network, int prefixLength)
    {
        _network = network;
        PrefixLength = prefixLength;
    }

    public int PrefixLength { get; }

    public long AddressCount => 1L << (AddressBits - PrefixLength);

    public bool IsPrivate => Array.Exists(PrivateSpace, space => space.Contains(this));

    private long End => _network + AddressCount;

    public static Cidr Parse(string text) => TryParse(text, out var block, out var problem) ? block : throw new FormatException(problem);

    /// <param name="text">For example <c>10.0.0.0/16</c>.</param>
    /// <param name="block">The block, if the text is one.</param>
    /// <param name="problem">Otherwise a sentence that says what is wrong and what is expected.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Cidr? block, [NotNullWhen(false)] out string? problem)
    {
        (block, problem) = (null, $"'{text}' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.");

        var parts = (text ?? "").Split('/');
        if (parts.Length != 2
            || !TryParseAddress(parts[0], out var address)
            || !TryParseNumber(parts[1], AddressBits, out var prefixLength))
            return false;

        var network = address & Mask(prefixLength);
        var canonical = new Cidr(network, prefixLength);
        if (network != address)
        {
            problem = $"'{text}' has bits set beyond its prefix; the block that holds this address is {canonical}.";
            return false;
        }

        (block, problem) = (canonical, null);
        return true;
    }

    public bool Contains(Cidr other) => _network <= other._network && other.End <= End;

    public bool Overlaps(Cidr other) => _network < other.End && other._network < End;

    /// <summary>Cuts the block into equal parts and gives one of them.</summary>
    /// <param name="addedBits">How much longer the prefix of a part is; the block has 2^addedBits parts.</param>
    /// <param name="index">Which part, from 0.</param>
    public Cidr Part(int addedBits, int index)
    {
        var prefixLength = PrefixLength + addedBits;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, AddressBits, nameof(addedBits));
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << addedBits);

        return new Cidr((uint)(_network + ((long)index << (AddressBits - prefixLength))), prefixLength);
    }

    public IEnumerable<Cidr> Split(int addedBits) => Enumerable.Range(0, 1 << addedBits).Select(index => Part(addedBits, index));

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_network >> 24}.{(_network >> 16) & 255}.{(_network >> 8) & 255}.{_network & 255}/{PrefixLength}");

    private static uint Mask(int prefixLength) => prefixLength == 0 ? 0 : uint.MaxValue << (AddressBits - prefixLength);

    private static bool TryParseAddress(string text, out uint address)
    {
        address = 0;
        var octets = text.Split('.');
        if (octets.Length != 4) return false;

        foreach (var octet in octets)
        {
            if (!TryParseNumber(octet, byte.MaxValue, out var value)) return false;
            address = (address << 8) | (uint)value;
        }

        return true;
    }

    // A leading zero is refused: some readers take 010 for eight.
    private static bool TryParseNumber(string digits, int maximum, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && value <= maximum
        && (digits.Length == 1 || digits[0] != '0');
}
