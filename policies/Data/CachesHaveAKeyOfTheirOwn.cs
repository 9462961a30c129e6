namespace Infra.Policies.Data;

public sealed class CachesHaveAKeyOfTheirOwn() : KeyRule(
    "redis-cmk",
    Rank.Medium,
    [.. ResourceTypes.ReplicationGroup, .. ResourceTypes.ServerlessCache],
    "kmsKeyId",
    "Who may use AWS's own key cannot be decided, nor can it be taken away from a snapshot that was copied.",
    "name a key in kmsKeyId when the cache is made: it cannot be changed later",
    "CKV_AWS_191");
