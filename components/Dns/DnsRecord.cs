using System.Net;
using System.Net.Sockets;
using Pulumi;

namespace Infra.Components.Dns;

/// <summary>One name and type of a zone with fixed values. Each kind has the time to live that fits how often such a thing changes.</summary>
public abstract record DnsRecord
{
    private protected DnsRecord(string type, string name, int ttlSeconds) => (Type, Name, TtlSeconds) = (type, name, ttlSeconds);

    /// <summary>For example <c>MX</c>.</summary>
    public string Type { get; }

    /// <summary>What stands before the zone's name; empty for the zone itself.</summary>
    public string Name { get; }

    /// <summary>How long resolvers keep the answer.</summary>
    public int TtlSeconds { get; init; }

    internal abstract InputList<string> Values { get; }

    /// <summary>What is wrong with the values, as the rest of a sentence about the record.</summary>
    private protected abstract IEnumerable<string> CheckValues();

    public IEnumerable<string> Check()
    {
        var subject = $"The {Type} record of '{(Name.Length == 0 ? "@" : Name)}'";
        if (TtlSeconds < 0)
            yield return $"{subject} has a TtlSeconds of {TtlSeconds}; expected is 0 or more.";
        if (TtlSeconds > 0 && Type == "NS" && TtlSeconds < 3600)
            yield return $"{subject} has a TtlSeconds of {TtlSeconds}; a delegation that short is asked for all the time. Expected is at least 3600.";
        foreach (var problem in CheckValues())
            yield return $"{subject} {problem}";
    }

    private protected static IEnumerable<string> CheckAddresses(IReadOnlyList<string> addresses, AddressFamily family)
    {
        if (addresses.Count == 0) yield return "has no address; expected is at least one.";
        if (addresses.Distinct(StringComparer.Ordinal).Count() < addresses.Count) yield return "names an address twice.";
        foreach (var address in addresses.Where(address => !IsAddress(address, family)))
            yield return $"names '{address}', which is no {(family is AddressFamily.InterNetwork ? "IPv4" : "IPv6")} address.";
    }

    internal static bool IsAddress(string text, AddressFamily family) => family is AddressFamily.InterNetwork
        ? Cidr.TryParse($"{text}/32", out _, out _)
        : IPAddress.TryParse(text, out var address) && address.AddressFamily == family && address.ScopeId == 0;
}

/// <summary>IPv4 addresses.</summary>
public sealed record AddressRecord(string Name, params IReadOnlyList<string> Addresses) : DnsRecord("A", Name, 300)
{
    internal override InputList<string> Values => Addresses.ToList();

    private protected override IEnumerable<string> CheckValues() => CheckAddresses(Addresses, AddressFamily.InterNetwork);
}

/// <summary>IPv6 addresses.</summary>
public sealed record Ipv6AddressRecord(string Name, params IReadOnlyList<string> Addresses) : DnsRecord("AAAA", Name, 300)
{
    internal override InputList<string> Values => Addresses.ToList();

    private protected override IEnumerable<string> CheckValues() => CheckAddresses(Addresses, AddressFamily.InterNetworkV6);
}

/// <summary>Another name for a host, never for the zone itself.</summary>
public sealed record CanonicalNameRecord(string Name, Input<string> Target) : DnsRecord("CNAME", Name, 300)
{
    internal override InputList<string> Values => Target;

    private protected override IEnumerable<string> CheckValues()
    {
        if (Name.Length == 0) yield return "stands at the zone's own name, where DNS allows none. Use a routing group that answers with an alias.";
    }
}

/// <summary>Hands a part of the zone to other name servers.</summary>
public sealed record NameServerRecord(string Name, params IReadOnlyList<string> Servers) : DnsRecord("NS", Name, 86400)
{
    internal override InputList<string> Values => Servers.ToList();

    private protected override IEnumerable<string> CheckValues()
    {
        if (Name.Length == 0) yield return "stands at the zone's own name, whose name servers Route 53 sets itself.";
        if (Servers.Count < 2) yield return $"names {Servers.Count} server(s); expected are at least 2, so that one may fail.";
        foreach (var server in Servers)
            if (!DomainName.TryParse(server, out _, out var problem)) yield return $"names a server that is none: {problem}";
    }
}
