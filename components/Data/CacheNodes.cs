using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Components.Data;

/// <summary>The machines of a cache: a primary and its replicas, or several such shards that divide the keys among them.</summary>
public sealed partial record CacheNodes
{
    // ElastiCache: 500 nodes since Redis 5.0.6 and in Valkey; a lower quota holds until it is raised (2026-11).
    private const int MaximumNodes = 500;

    /// <summary>For example <c>cache.t4g.small</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of each primary, 1 to 5; with none, the loss of a zone would be the loss of its keys.</summary>
    public required int Replicas { get; init; }

    /// <summary>
    /// 1 or more divide the keys (cluster mode), and their number may change at any time; without it one primary holds them all.
    /// Whether there are shards at all is frozen: clients speak another protocol to them.
    /// </summary>
    public int? Shards { get; init; }

    public int Count => (Shards ?? 1) * (1 + Replicas);

    public static bool IsType(string? text) => text is not null && TypePattern().IsMatch(text);

    public IEnumerable<string> Check()
    {
        foreach (var problem in CheckType(Type))
            yield return problem;
        if (Type.StartsWith("cache.t1.", StringComparison.Ordinal) || Type.StartsWith("cache.t2.", StringComparison.Ordinal))
            yield return $"The node type is '{Type}'; nodes of the first two T generations cannot fail over.";
        if (Replicas is < 1 or > 5)
            yield return $"Replicas is {Replicas}; allowed is 1 to 5.";
        if (Shards is < 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"Shards is {Shards}; expected is at least 1.");
        else if (Count > MaximumNodes)
            yield return $"Shards and Replicas come to {Count} nodes; AWS allows {MaximumNodes} in one cache.";
    }

    internal static IEnumerable<string> CheckType(string type)
    {
        if (!IsType(type))
            yield return $"The node type is '{type}'; expected a type such as cache.t4g.small.";
        if (type.StartsWith("cache.r6gd.", StringComparison.Ordinal))
            yield return $"The node type is '{type}'; nodes with a local disk need data tiering, which this cache does not use.";
    }

    [GeneratedRegex("^cache[.][a-z][a-z0-9]*[.][a-z0-9]+$")]
    private static partial Regex TypePattern();
}
