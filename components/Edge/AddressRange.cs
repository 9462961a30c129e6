using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Infra.Components.Edge;

/// <summary>A block of addresses of either version of IP, in canonical form.</summary>
public sealed record AddressRange
{
    private readonly IPNetwork _network;

    private AddressRange(IPNetwork network) => _network = network;

    public bool IsIpv6 => _network.BaseAddress.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6;

    /// <summary>All addresses of its version.</summary>
    public bool IsEveryone => _network.PrefixLength == 0;

    public static implicit operator AddressRange(Cidr block) => new(IPNetwork.Parse(block.ToString()));

    public static AddressRange Parse(string text) => TryParse(text, out var range, out var problem) ? range : throw new FormatException(problem);

    /// <param name="text">For example <c>198.51.100.0/24</c> or <c>2001:db8:7::/48</c>.</param>
    /// <param name="range">The block, if the text is one.</param>
    /// <param name="problem">Otherwise a sentence that says what is wrong and what is expected.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AddressRange? range, [NotNullWhen(false)] out string? problem)
    {
        range = null;
        if (text?.Contains(':', StringComparison.Ordinal) is not true)
        {
            if (Cidr.TryParse(text, out var block, out problem)) range = block;
            return range is not null;
        }

        problem = $"'{text}' is not an IPv6 block; expected is an address and a prefix length, such as 2001:db8:7::/48.";
        if (!IPNetwork.TryParse(text, out var network)
            || !IPAddress.TryParse(text[..text.IndexOf('/', StringComparison.Ordinal)], out var address)
            || address.ScopeId != 0)
            return false;
        if (address.IsIPv4MappedToIPv6)
        {
            problem = $"'{text}' holds IPv4 addresses; write them as such, for example 198.51.100.0/24.";
            return false;
        }

        if (!network.BaseAddress.Equals(address))
        {
            problem = $"'{text}' has bits set beyond its prefix; the block that holds this address is {network}.";
            return false;
        }

        (range, problem) = (new(network), null);
        return true;
    }

    public bool Contains(AddressRange other) => _network.PrefixLength <= other._network.PrefixLength && _network.Contains(other._network.BaseAddress);

    public override string ToString() => _network.ToString();
}
