using Infra.Facts;
using Pulumi;

namespace Infra.Components.Delivery;

/// <summary>Which requests a path takes. CloudFront knows three sets and no other.</summary>
public enum RequestMethods
{
    /// <summary>GET, HEAD and OPTIONS.</summary>
    Read,

    All,
}

/// <summary>What becomes of the requests for a path.</summary>
public sealed record Behavior
{
    public required Origin Origin { get; init; }

    public required Caching Caching { get; init; }

    public RequestMethods Methods { get; init; } = RequestMethods.Read;

    /// <summary>A CloudFront function that may change each request before the cache is asked.</summary>
    public Input<string>? RequestFunctionArn { get; init; }

    internal IReadOnlyList<string> AllowedMethods => Methods is RequestMethods.Read ? RequestMethodSets.Read : RequestMethodSets.All;

    internal IEnumerable<string> Check(string path)
    {
        foreach (var problem in Caching.Check()) yield return $"The path {path}: {problem}";
        if (Origin is FailoverOrigin && Methods is RequestMethods.All)
            yield return $"The path {path} takes all methods, and its origin '{Origin.Key}' fails over; "
                + "CloudFront fails over for GET, HEAD and OPTIONS only, so it refuses others there. Use a single origin, or Methods = RequestMethods.Read.";
    }
}

/// <summary>What of the place that a viewer is at makes answers differ.</summary>
public enum ViewerPlace
{
    Nowhere,

    Country,

    /// <summary>The country and its state, for those who tell states of the USA apart.</summary>
    State,
}

/// <summary>How long answers are kept at the edge, and what makes two requests the same.</summary>
public sealed record Caching
{
    // Managed policies: CloudFront developer guide, using managed cache and origin request policies, read 2026-11.
    internal const string DisabledPolicyId = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    internal const string AllButHostPolicyId = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private Caching(string? key, int minimum, int standard, int maximum, bool queryCounts) =>
        (Key, MinimumSeconds, DefaultSeconds, MaximumSeconds, QueryCounts) = (key, minimum, standard, maximum, queryCounts);

    /// <summary>Nothing is kept; the origin sees the whole request but the host's name.</summary>
    public static Caching Never { get; } = new(null, 0, 0, 0, queryCounts: true);

    /// <summary>Names the cache policy; null if it needs none of its own.</summary>
    internal string? Key { get; }

    internal int MinimumSeconds { get; }

    internal int DefaultSeconds { get; }

    internal int MaximumSeconds { get; }

    internal bool QueryCounts { get; }

    /// <summary>Where answers differ by place, those for one must not be kept for another. The origin is told the place in headers of these names.</summary>
    public ViewerPlace ByPlace { get; init; } = ViewerPlace.Nowhere;

    // CloudFront developer guide, adding CloudFront request headers, read 2026-11.
    internal IReadOnlyList<string> PlaceHeaders => ByPlace switch
    {
        ViewerPlace.Nowhere => [],
        ViewerPlace.Country => ["CloudFront-Viewer-Country"],
        _ => ["CloudFront-Viewer-Country", "CloudFront-Viewer-Country-Region"],
    };

    /// <summary>Files: neither cookies, headers nor the query tell two requests apart.</summary>
    /// <param name="key">Names the cache policy; frozen.</param>
    /// <param name="defaultSeconds">For answers that say nothing of it.</param>
    /// <param name="maximumSeconds">At most, whatever the answer says.</param>
    /// <param name="minimumSeconds">At least, whatever the answer says.</param>
    public static Caching Files(string key, int defaultSeconds, int maximumSeconds, int minimumSeconds = 0) =>
        new(key, minimumSeconds, defaultSeconds, maximumSeconds, queryCounts: false);

    /// <summary>Pages that an application makes, the same for all users: the query tells requests apart, cookies do not.</summary>
    /// <param name="key">Names the cache policy; frozen.</param>
    /// <param name="defaultSeconds">For answers that say nothing of it.</param>
    /// <param name="maximumSeconds">At most, whatever the answer says.</param>
    public static Caching Pages(string key, int defaultSeconds, int maximumSeconds) => new(key, 0, defaultSeconds, maximumSeconds, queryCounts: true);

    internal IEnumerable<string> Check()
    {
        if (Key is not null && !Naming.IsWord(Key))
            yield return $"its caching has the key '{Key}', which is no name; expected are lower-case words joined by hyphens.";
        if (Key is null && ByPlace is not ViewerPlace.Nowhere) yield return "its caching keeps nothing, so ByPlace says nothing.";
        if (Key is not null && MaximumSeconds == 0) yield return "its caching keeps nothing; use Caching.Never, which also hands the whole request on.";
        if (MinimumSeconds < 0 || MinimumSeconds > DefaultSeconds || DefaultSeconds > MaximumSeconds)
            yield return $"its caching keeps {MinimumSeconds} seconds at least, {DefaultSeconds} by default and {MaximumSeconds} at most; "
                + "expected are numbers in this order, from 0.";
    }
}
