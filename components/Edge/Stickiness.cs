namespace Infra.Components.Edge;

/// <summary>Whether the requests of one user keep going to the same machine. Whoever keeps sessions in a cache needs it not.</summary>
public sealed record Stickiness
{
    private const int LongestSeconds = 7 * 24 * 3600;

    private Stickiness(string type, int seconds, string? cookie)
    {
        Type = type;
        Seconds = seconds;
        Cookie = cookie;
    }

    public static Stickiness None { get; } = new("lb_cookie", 0, null);

    public string Type { get; }

    public int Seconds { get; }

    /// <summary>The application's own cookie, if it decides for how long.</summary>
    public string? Cookie { get; }

    public bool IsEnabled => this != None;

    /// <param name="seconds">1 to 604,800, from the first request.</param>
    public static Stickiness ByBalancerCookie(int seconds) => new("lb_cookie", seconds, null);

    /// <param name="cookie">A name that the application sets.</param>
    /// <param name="seconds">1 to 604,800, from the last request.</param>
    public static Stickiness ByApplicationCookie(string cookie, int seconds) => new("app_cookie", seconds, cookie);

    // Range and reserved names: ELB user guide, sticky sessions, read 2026-11.
    public IEnumerable<string> Check()
    {
        if (IsEnabled && Seconds is < 1 or > LongestSeconds)
            yield return $"Stickiness lasts {Seconds} s; allowed is 1 to {LongestSeconds}.";
        if (Cookie is { Length: 0 })
            yield return "Stickiness names no cookie; expected is one that the application sets.";
        if (Cookie?.StartsWith("AWSALB", StringComparison.OrdinalIgnoreCase) is true)
            yield return $"Stickiness follows the cookie '{Cookie}', but load balancers keep names that begin with AWSALB for themselves.";
    }
}
