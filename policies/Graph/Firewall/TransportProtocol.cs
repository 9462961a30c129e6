using System.Globalization;

namespace Infra.Policies.Firewall;

/// <summary>An IP protocol by its number in the IANA registry "Assigned Internet Protocol Numbers" (read 2026-11).</summary>
public readonly record struct TransportProtocol(int Number)
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["icmp"] = 1,
        ["igmp"] = 2,
        ["tcp"] = 6,
        ["udp"] = 17,
        ["gre"] = 47,
        ["esp"] = 50,
        ["ah"] = 51,
        ["icmpv6"] = 58,
        ["ipv6-icmp"] = 58,
        ["sctp"] = 132,
    };

    private static readonly Dictionary<int, string> Names = Numbers.DistinctBy(entry => entry.Value).ToDictionary(entry => entry.Value, entry => entry.Key);

    public static TransportProtocol Tcp { get; } = new(6);
    public static TransportProtocol Udp { get; } = new(17);

    /// <summary>EC2 looks at ports of these two alone; any other protocol is open as a whole, whatever ports are written down.</summary>
    public bool HasPorts => this == Tcp || this == Udp;

    public static bool MeansAll(string text) => text == "-1" || string.Equals(text, "all", StringComparison.OrdinalIgnoreCase);

    public static TransportProtocol? Parse(string text)
    {
        if (Numbers.TryGetValue(text, out var number)) return new(number);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 255 ? new(number) : null;
    }

    public override string ToString() => Names.GetValueOrDefault(Number) ?? Number.ToString(CultureInfo.InvariantCulture);
}
