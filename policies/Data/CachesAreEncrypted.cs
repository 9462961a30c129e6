namespace Infra.Policies.Data;

public sealed class CachesAreEncrypted() : ResourceRule(
    "redis-encrypted",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "Sessions lie in the cache and travel to it; in plain text, whoever reads one is logged in.",
    "set atRestEncryptionEnabled and transitEncryptionEnabled to true",
    "ElastiCache.4", "ElastiCache.5", "CKV_AWS_29", "CKV_AWS_30", "AVD-AWS-0045", "AVD-AWS-0051", "AwsSolutions-AEC3")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ExpectTrue(resource, resource["atRestEncryptionEnabled"]).Concat(ExpectTrue(resource, resource["transitEncryptionEnabled"]));
}
