using System.Text.RegularExpressions;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>What a header of a request must say.</summary>
public sealed partial record HeaderMatch
{
    private const string Hidden = "[secret]";

    private HeaderMatch(string name, IReadOnlyList<string> values, bool isPattern)
    {
        Name = name;
        Values = values;
        IsPattern = isPattern;
    }

    public string Name { get; }

    public IReadOnlyList<string> Values { get; }

    /// <summary>Whether the values are regular expressions; otherwise <c>*</c> and <c>?</c> are wildcards.</summary>
    public bool IsPattern { get; }

    /// <summary>What the header must say instead of the values, which only stand for it in messages.</summary>
    internal IReadOnlyList<Output<string>> Secrets { get; private init; } = [];

    public static HeaderMatch OneOf(string name, params IReadOnlyList<string> values) => new(name, values, isPattern: false);

    /// <summary>Only who knows one of the secrets. Letters and digits: <c>*</c> and <c>?</c> would be wildcards.</summary>
    public static HeaderMatch Secret(string name, params IReadOnlyList<Output<string>> secrets) =>
        new(name, [.. secrets.Select(_ => Hidden)], isPattern: false) { Secrets = secrets };

    /// <summary>Partitions users by the first letter of a name that the application puts into a header.</summary>
    /// <param name="name">Of the header.</param>
    /// <param name="first">For example <c>a</c>.</param>
    /// <param name="last">For example <c>m</c>.</param>
    public static HeaderMatch Initials(string name, char first, char last) =>
        new(
            name,
            [
                $"^[{char.ToLowerInvariant(first)}-{char.ToLowerInvariant(last)}"
                + $"{char.ToUpperInvariant(first)}-{char.ToUpperInvariant(last)}].*$",
            ],
            isPattern: true);

    public IEnumerable<string> Check()
    {
        if (!NamePattern().IsMatch(Name))
            yield return $"the header '{Name}' has a name that cannot be matched; expected are at most 40 letters, digits and hyphens.";
        if (Name.Equals("host", StringComparison.OrdinalIgnoreCase))
            yield return "the header 'Host' has a list of its own: use Hosts.";
        if (Values.Count == 0)
            yield return $"the header '{Name}' has no value to fit; expected is at least one, or leave the header out.";
        if (IsPattern && InitialsPattern().Match(Values[0]) is var match && (!match.Success || match.Groups[1].ValueSpan[0] > match.Groups[2].ValueSpan[0]))
            yield return $"the initials of the header '{Name}' are no range of letters; expected is one such as a to m.";
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^\\^\\[([a-z])-([a-z])[A-Z]-[A-Z]\\]")]
    private static partial Regex InitialsPattern();
}
