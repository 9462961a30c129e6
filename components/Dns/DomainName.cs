using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Components.Dns;

/// <summary>A domain name in lower case, without the final dot; its first label may be a star.</summary>
public sealed partial record DomainName
{
    // RFC 1035: 255 octets on the wire, which leaves 253 characters.
    private const int MaximumLength = 253;
    private const string Star = "*.";

    private readonly string _text;

    private DomainName(string text) => _text = text;

    public bool IsWildcard => _text.StartsWith(Star, StringComparison.Ordinal);

    /// <summary>The name without its star.</summary>
    public DomainName Bare => IsWildcard ? new DomainName(_text[Star.Length..]) : this;

    public static DomainName Parse(string text) => TryParse(text, out var name, out var problem) ? name : throw new FormatException(problem);

    /// <param name="text">For example <c>www.example.com</c> or <c>*.example.com</c>.</param>
    /// <param name="name">The name, if the text is one.</param>
    /// <param name="problem">Otherwise a sentence that says what is wrong and what is expected.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainName? name, [NotNullWhen(false)] out string? problem)
    {
        (name, problem) = (null, $"'{text}' is not a domain name; expected lower-case labels of letters, digits, hyphens and underscores "
            + $"joined by dots, {MaximumLength} characters at most, such as www.example.com.");
        if (text is null || text.Length > MaximumLength || !Labels().IsMatch(text)) return false;

        (name, problem) = (new DomainName(text), null);
        return true;
    }

    public bool IsWithin(DomainName zone) => this == zone || _text.EndsWith($".{zone}", StringComparison.Ordinal);

    /// <summary>What stands before the zone's name in this one, with another label before it.</summary>
    public string LabelsBefore(DomainName zone, string label) => this == zone ? label : $"{label}.{_text[..^(zone._text.Length + 1)]}";

    /// <param name="labels">What stands before this name; empty for the name itself.</param>
    /// <param name="name">The joined name, if it is one.</param>
    /// <param name="problem">Otherwise a sentence that says what is wrong and what is expected.</param>
    public bool TryJoin(string labels, [NotNullWhen(true)] out DomainName? name, [NotNullWhen(false)] out string? problem) =>
        TryParse(labels.Length == 0 ? _text : $"{labels}.{_text}", out name, out problem);

    public DomainName Child(string labels) => TryJoin(labels, out var name, out var problem) ? name : throw new FormatException(problem);

    public override string ToString() => _text;

    [GeneratedRegex("^([*][.])?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?[.])+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex Labels();
}
