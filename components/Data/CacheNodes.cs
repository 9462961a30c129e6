using System.Text.RegularExpressions;

namespace Infra.Components.Data;

/// <summary>The machines of a cache: one primary and its replicas.</summary>
public sealed partial record CacheNodes
{
    /// <summary>For example <c>cache.t4g.small</c>.</summary>
    public required string Type { get; init; }

    /// <summary>1 to 5; with none, the loss of a zone would be the loss of the cache.</summary>
    public required int Replicas { get; init; }

    public int Count => 1 + Replicas;

    public static bool IsType(string? text) => text is not null && TypePattern().IsMatch(text);

    public IEnumerable<string> Check()
    {
        if (!IsType(Type))
            yield return $"The node type is '{Type}'; expected a type such as cache.t4g.small.";
        if (Type.StartsWith("cache.t1.", StringComparison.Ordinal) || Type.StartsWith("cache.t2.", StringComparison.Ordinal))
            yield return $"The node type is '{Type}'; nodes of the first two T generations cannot fail over.";
        if (Type.StartsWith("cache.r6gd.", StringComparison.Ordinal))
            yield return $"The node type is '{Type}'; nodes with a local disk need data tiering, which this cache does not use.";
        if (Replicas is < 1 or > 5)
            yield return $"Replicas is {Replicas}; allowed is 1 to 5.";
    }

    [GeneratedRegex("^cache[.][a-z][a-z0-9]*[.][a-z0-9]+$")]
    private static partial Regex TypePattern();
}
