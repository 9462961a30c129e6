namespace Infra.Components.Data;

/// <summary>
/// The engine of replicated caches and its settings, in the words of Valkey and Redis (ElastiCache user guide, engine versions and
/// engine-specific parameters, read 2026-11).
/// </summary>
public static class CacheSettings
{
    public const string Engine = "valkey";

    public const string MajorVersion = "8";

    /// <summary>The minor release is named, the patch is not.</summary>
    public const string Version = "8.1";

    /// <summary>Parameter groups belong to one family, which must be that of the version.</summary>
    public const string Family = "valkey8";

    // The more keys are compared, the better the choice of the one to drop; ten is close to perfect.
    private const string KeysCompared = "10";

    /// <summary>By name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(CachePurpose purpose, bool isSharded)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["maxmemory-policy"] = PolicyOf(purpose) };
        if (purpose is not CachePurpose.Sessions) settings["maxmemory-samples"] = KeysCompared;
        if (isSharded) settings["cluster-enabled"] = "yes";
        return [.. settings];
    }

    private static string PolicyOf(CachePurpose purpose) => purpose switch
    {
        CachePurpose.Sessions => "noeviction",
        CachePurpose.Objects => "allkeys-lfu",
        CachePurpose.RecentObjects => "allkeys-lru",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A cache has one of the purposes."),
    };
}
