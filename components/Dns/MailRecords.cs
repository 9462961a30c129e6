using System.Globalization;
using Pulumi;

namespace Infra.Components.Dns;

/// <param name="Preference">0 to 65,535; the lowest is tried first.</param>
/// <param name="Host">The name of a mail server.</param>
public sealed record MailServer(int Preference, string Host);

/// <summary>Who takes mail for the name. Without servers it says that nobody does (RFC 7505).</summary>
public sealed record MailRecord(string Name, params IReadOnlyList<MailServer> Servers) : DnsRecord("MX", Name, 3600)
{
    internal override InputList<string> Values => Servers.Count == 0
        ? "0 ."
        : Servers.Select(server => string.Create(CultureInfo.InvariantCulture, $"{server.Preference} {server.Host}")).ToList();

    private protected override IEnumerable<string> CheckValues()
    {
        foreach (var server in Servers)
        {
            if (server.Preference is < 0 or > 65535) yield return $"gives {server.Host} the preference {server.Preference}; allowed is 0 to 65535.";
            if (!DomainName.TryParse(server.Host, out _, out var problem)) yield return $"names a server that is none: {problem}";
        }
    }
}

/// <summary>Free text, such as an SPF rule or the proof of ownership that a service asks for.</summary>
public sealed record TextRecord(string Name, params IReadOnlyList<string> Texts) : DnsRecord("TXT", Name, 3600)
{
    // RFC 1035: one string holds 255 octets; a longer text is several strings, which readers join.
    private const int StringLength = 255;

    // The provider writes the outer quotes.
    internal override InputList<string> Values =>
        Texts.Select(text => string.Join("\"\"", text.Chunk(StringLength).Select(part => new string(part)))).ToList();

    private protected override IEnumerable<string> CheckValues()
    {
        if (Texts.Count == 0) yield return "has no text; expected is at least one.";
        foreach (var text in Texts.Where(text => text.Length == 0 || text.Any(letter => letter is < ' ' or > '~' or '"' or '\\')))
            yield return $"holds '{text}'; expected is printable ASCII without quotes and backslashes.";
    }
}

/// <summary>Which certificate authorities may issue for the name and what is below it; nobody else does.</summary>
public sealed record IssuerRecord(string Name, params IReadOnlyList<string> Authorities) : DnsRecord("CAA", Name, 3600)
{
    /// <summary>The domain by which AWS Certificate Manager knows itself in CAA records (ACM user guide, read 2026-11).</summary>
    public const string Amazon = "amazon.com";

    internal override InputList<string> Values => Authorities.Select(authority => $"0 issue \"{authority}\"").ToList();

    private protected override IEnumerable<string> CheckValues()
    {
        if (Authorities.Count == 0) yield return "names no authority; expected is at least one, such as amazon.com.";
        foreach (var authority in Authorities)
            if (!DomainName.TryParse(authority, out _, out var problem)) yield return $"names an authority that is none: {problem}";
    }
}
