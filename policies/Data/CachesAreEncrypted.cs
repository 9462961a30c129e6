namespace Infra.Policies.Data;

/// <summary>Of a serverless cache there is nothing to say: it is always encrypted, at rest and on the way.</summary>
public sealed class CachesAreEncrypted() : RedisRule(
    "redis-encrypted",
    Rank.High,
    Machines,
    "Sessions lie in the cache and travel to it; in plain text, whoever reads one is logged in.",
    "set atRestEncryptionEnabled and transitEncryptionEnabled of a replication group to true",
    "ElastiCache.4", "ElastiCache.5", "CKV_AWS_29", "CKV_AWS_30", "AVD-AWS-0045", "AVD-AWS-0051", "AwsSolutions-AEC3")
{
    protected override IEnumerable<Finding> Judge(ResourceNode cache) => IsSingleCluster(cache)
        ? [Lacks(cache, "is not encrypted")]
        : ExpectTrue(cache, cache["atRestEncryptionEnabled"]).Concat(ExpectTrue(cache, cache["transitEncryptionEnabled"]));
}
