using System.Text.RegularExpressions;

namespace Infra.Components.Edge;

/// <summary>How a target proves that it can serve. Limits: ELB user guide, target group health checks, read 2026-11.</summary>
public sealed partial record HealthCheck
{
    public required string Path { get; init; }

    public int IntervalSeconds { get; init; } = 15;

    public int TimeoutSeconds { get; init; } = 5;

    public int HealthyCount { get; init; } = 2;

    public int UnhealthyCount { get; init; } = 3;

    /// <summary>Status codes of a healthy target: one, a list or a range within 200 to 499.</summary>
    public string Matcher { get; init; } = "200";

    public IEnumerable<string> Check()
    {
        if (!PathPattern().IsMatch(Path))
            yield return $"the health check's Path is '{Path}'; "
                + "expected a path such as /health, of at most 1024 characters without spaces.";
        if (IntervalSeconds is < 5 or > 300)
            yield return $"the health check's IntervalSeconds is {IntervalSeconds}; allowed is 5 to 300.";
        if (TimeoutSeconds is < 2 or > 120)
            yield return $"the health check's TimeoutSeconds is {TimeoutSeconds}; allowed is 2 to 120.";
        if (TimeoutSeconds >= IntervalSeconds)
            yield return $"the health check's TimeoutSeconds ({TimeoutSeconds}) is not below its IntervalSeconds ({IntervalSeconds}).";
        if (HealthyCount is < 2 or > 10)
            yield return $"the health check's HealthyCount is {HealthyCount}; allowed is 2 to 10.";
        if (UnhealthyCount is < 2 or > 10)
            yield return $"the health check's UnhealthyCount is {UnhealthyCount}; allowed is 2 to 10.";
        if (!MatcherPattern().IsMatch(Matcher))
            yield return $"the health check's Matcher is '{Matcher}'; "
                + "expected status codes from 200 to 499, such as 200, 200,204 or 200-299.";
    }

    [GeneratedRegex("^/[^ ]{0,1023}$")]
    private static partial Regex PathPattern();

    [GeneratedRegex("^[234][0-9]{2}([,-][234][0-9]{2})*$")]
    private static partial Regex MatcherPattern();
}
