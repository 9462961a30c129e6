using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Components.Dns;

/// <summary>A part of the world that Route 53 can tell: a continent, a country, or a state of the USA. The smallest that fits wins.</summary>
public sealed partial record Area
{
    // Route 53 API reference, GeoLocation, read 2026-11. Some are codes of countries as well: NA is also Namibia.
    private static readonly string[] Continents = ["AF", "AN", "AS", "EU", "NA", "OC", "SA"];

    private readonly string? _continent;
    private readonly string? _country;
    private readonly string? _state;

    private Area(string? continent, string? country, string? state) => (_continent, _country, _state) = (continent, country, state);

    public bool IsState => _state is not null;

    internal string Key => this switch
    {
        { _continent: { } continent } => $"continent-{continent.ToLowerInvariant()}",
        { _state: { } state } => $"state-us-{state.ToLowerInvariant()}",
        _ => $"country-{_country!.ToLowerInvariant()}",
    };

    internal RecordGeolocationRoutingPolicyArgs Policy => this switch
    {
        { _continent: { } continent } => new() { Continent = continent },
        { _state: { } state } => new() { Country = _country!, Subdivision = state },
        _ => new() { Country = _country! },
    };

    /// <param name="code">One of AF, AN, AS, EU, NA, OC, SA.</param>
    public static Area Continent(string code) => new(code, null, null);

    /// <param name="code">Two capital letters (ISO 3166-1).</param>
    public static Area Country(string code) => new(null, code, null);

    /// <param name="code">Two capital letters of a state of the USA.</param>
    public static Area State(string code) => new(null, "US", code);

    /// <param name="text">For example <c>continent:EU</c>, <c>country:DE</c> or <c>state:CA</c>.</param>
    /// <param name="area">The area, if the text is one.</param>
    /// <param name="problem">Otherwise a sentence that says what is wrong and what is expected.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Area? area, [NotNullWhen(false)] out string? problem)
    {
        area = text.Split(':') switch
        {
            ["continent", var code] => Continent(code),
            ["country", var code] => Country(code),
            ["state", var code] => State(code),
            _ => null,
        };
        problem = area is null
            ? $"'{text}' is no area; expected is a text such as continent:EU, country:DE or state:CA."
            : area.Check().FirstOrDefault();
        if (problem is not null) area = null;
        return area is not null;
    }

    public override string ToString() =>
        Key.StartsWith("state-", StringComparison.Ordinal) ? $"state:{_state}"
        : _continent is null ? $"country:{_country}"
        : $"continent:{_continent}";

    public IEnumerable<string> Check()
    {
        if (_continent is { } continent && !Continents.Contains(continent))
            yield return $"'{continent}' is no continent of Route 53; allowed are {string.Join(", ", Continents)}.";
        foreach (var code in new[] { _country, _state }.OfType<string>().Where(code => !TwoLetters().IsMatch(code)))
            yield return $"'{code}' is no country or state; expected are two capital letters, such as DE.";
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex TwoLetters();
}
