namespace Infra.Policies.Data;

public sealed class CachesFailOver() : ResourceRule(
    "redis-failover",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "A cache without a replica in another zone takes all sessions with it when its machine or its zone fails.",
    "set automaticFailoverEnabled and multiAzEnabled to true and give it at least one replica",
    "ElastiCache.3", "CKV2_AWS_50", "AwsSolutions-AEC4")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
    [
        .. ExpectTrue(resource, resource["automaticFailoverEnabled"]),
        .. ExpectTrue(resource, resource["multiAzEnabled"]),
        .. resource["numCacheClusters"] is { IsAbsent: false } clusters
            ? Expect(resource, clusters, count => count.Number >= 2, "at least 2")
            : Expect(resource, resource["replicasPerNodeGroup"], count => count.Number >= 1, "at least 1"),
    ];
}
