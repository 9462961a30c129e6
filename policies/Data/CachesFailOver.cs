namespace Infra.Policies.Data;

/// <summary>Of a serverless cache there is nothing to say: it is always in several zones.</summary>
public sealed class CachesFailOver() : RedisRule(
    "redis-failover",
    Rank.High,
    Machines,
    "A cache without a replica in another zone takes all sessions with it when its machine or its zone fails.",
    "set automaticFailoverEnabled and multiAzEnabled of a replication group to true and give it at least one replica",
    "ElastiCache.3", "CKV2_AWS_50", "AwsSolutions-AEC4")
{
    protected override IEnumerable<Finding> Judge(ResourceNode cache) => IsSingleCluster(cache)
        ? [Lacks(cache, "is one machine")]
        :
        [
            .. ExpectTrue(cache, cache["automaticFailoverEnabled"]),
            .. ExpectTrue(cache, cache["multiAzEnabled"]),
            .. cache["numCacheClusters"] is { IsAbsent: false } clusters
                ? Expect(cache, clusters, count => count.Number >= 2, "at least 2")
                : Expect(cache, cache["replicasPerNodeGroup"], count => count.Number >= 1, "at least 1"),
        ];
}
