namespace Infra.Policies.Data;

/// <summary>
/// A rule about caches that keep what must not be lost, those of Redis and of Valkey, whatever type makes them. Memcached keeps nothing, and
/// a cluster that is part of a replication group takes its settings from there.
/// </summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="types">The types for which it can be wrong: a serverless cache, for one, is always encrypted.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class RedisRule(
    string id, Rank rank, IReadOnlyList<string> types, string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, types, why, fix, anchors)
{
    protected static IReadOnlyList<string> Machines { get; } = [.. ResourceTypes.ReplicationGroup, .. ResourceTypes.CacheCluster];
    protected static IReadOnlyList<string> Everything { get; } = [.. Machines, .. ResourceTypes.ServerlessCache];

    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (ResourceTypes.ReplicationGroup.Contains(resource.Type)) return Judge(resource);
        return resource["replicationGroupId"].IsAbsent
            ? Unless(resource, resource["engine"], engine => engine.Text is not ("redis" or "valkey"), Judge(resource))
            : [];
    }

    protected abstract IEnumerable<Finding> Judge(ResourceNode cache);

    protected static bool IsSingleCluster(ResourceNode cache) => ResourceTypes.CacheCluster.Contains(cache.Type);

    protected static bool IsServerless(ResourceNode cache) => ResourceTypes.ServerlessCache.Contains(cache.Type);

    /// <summary>What a cluster of Redis outside a replication group cannot be or have (AWS provider documentation, elasticache cluster).</summary>
    protected Finding Lacks(ResourceNode cache, string what) =>
        Fail(cache, "engine", $"a cluster of {cache["engine"]} outside a replication group {what}");
}
