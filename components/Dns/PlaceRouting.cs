using System.Globalization;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Components.Dns;

/// <summary>By where the user is. Whoever is in none of the areas, or cannot be placed, gets the default.</summary>
public sealed record GeolocationRouting(Answer Default, IReadOnlyDictionary<Area, Answer> ByArea) : DnsRouting
{
    private const string DefaultKey = "default";

    internal override IReadOnlyList<RoutedAnswer> Answers =>
    [
        .. ByArea.OrderBy(answer => answer.Key.Key, StringComparer.Ordinal)
            .Select(answer => new RoutedAnswer(answer.Key.Key, answer.Value, record => record.GeolocationRoutingPolicies = answer.Key.Policy)),
        new(DefaultKey, Default, record => record.GeolocationRoutingPolicies = new RecordGeolocationRoutingPolicyArgs { Country = "*" }),
    ];

    internal override IEnumerable<string> Check() => ByArea.Keys.OrderBy(area => area.Key, StringComparer.Ordinal).SelectMany(area => area.Check());
}

/// <summary>The nearest answer, as the crow flies, after each pulls or pushes by its bias.</summary>
public sealed record GeoproximityRouting(IReadOnlyDictionary<string, PlacedAnswer> Places) : DnsRouting
{
    internal override IReadOnlyList<RoutedAnswer> Answers => ByKey(Places, (key, placed) =>
        new(key, placed.Answer, record => record.GeoproximityRoutingPolicy = placed.Policy));

    internal override IEnumerable<string> Check()
    {
        foreach (var problem in CheckKeys(Places.Keys)) yield return problem;
        if (Places.Count == 0) yield return "Geoproximity routing has no answer; expected is at least one.";
        foreach (var (key, placed) in Places.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            foreach (var problem in placed.Check())
                yield return $"Answer '{key}' {problem}";
    }
}

/// <summary>An answer and where it stands.</summary>
public sealed record PlacedAnswer
{
    private readonly string? _region;
    private readonly (double Latitude, double Longitude) _point;

    private PlacedAnswer(Answer answer, string? region, (double, double) point) => (Answer, _region, _point) = (answer, region, point);

    public Answer Answer { get; }

    /// <summary>-99 to 99: above 0 the answer draws users from farther away, below 0 it sends some of its own elsewhere.</summary>
    public int Bias { get; init; }

    internal RecordGeoproximityRoutingPolicyArgs Policy
    {
        get
        {
            var policy = new RecordGeoproximityRoutingPolicyArgs { Bias = Bias };
            if (_region is { } region)
                policy.AwsRegion = region;
            else
                policy.Coordinates = new RecordGeoproximityRoutingPolicyCoordinateArgs
                {
                    Latitude = Degrees(_point.Latitude),
                    Longitude = Degrees(_point.Longitude),
                };
            return policy;
        }
    }

    public static PlacedAnswer InRegion(string region, Answer answer) => new(answer, region, default);

    /// <summary>Outside AWS, to two decimals of a degree.</summary>
    public static PlacedAnswer At(double latitude, double longitude, Answer answer) => new(answer, null, (latitude, longitude));

    internal IEnumerable<string> Check()
    {
        if (Bias is < -99 or > 99) yield return $"has the bias {Bias}; allowed is -99 to 99.";
        if (_region is { } region && !Location.IsRegion(region)) yield return $"stands in '{region}'; expected is a region such as eu-central-1.";
        if (_point.Latitude is < -90 or > 90) yield return $"has the latitude {Degrees(_point.Latitude)}; allowed is -90 to 90.";
        if (_point.Longitude is < -180 or > 180) yield return $"has the longitude {Degrees(_point.Longitude)}; allowed is -180 to 180.";
    }

    private static string Degrees(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
