using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class CacheFactCases
{
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Cluster = "aws:elasticache/cluster:Cluster";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-cache-shards", Cache,
            (Pass, "four that fail over", """{ "numNodeGroups": 4, "replicasPerNodeGroup": 2, "automaticFailoverEnabled": true }"""),
            (Pass, "none", """{ "numCacheClusters": 2 }"""),
            (Fail, "that do not fail over", """{ "numNodeGroups": 4 }"""),
            (Fail, "beside a number of nodes", """{ "numNodeGroups": 1, "numCacheClusters": 2 }"""),
            (Fail, "six replicas", """{ "numNodeGroups": 1, "replicasPerNodeGroup": 6 }"""),
            (Undetermined, "not known", """{ "replicasPerNodeGroup": "<unknown>" }""")),
        .. Of("deploy-cache-credentials-once", Cache, (Fail, "two groups", """{ "userGroupIds": ["web", "app"] }""")),
        Passes("deploy-cache-version", "of one family", Versions("8.1", "valkey8")),
        Fails("deploy-cache-version", "of another family", Versions("8.1", "valkey7"), "family"),
        .. Of("deploy-cache-version", Cache,
            (Pass, "an old one", """{ "engineVersion": "6.x" }"""), (Fail, "with a patch", """{ "engineVersion": "7.1.4" }"""),
            (Fail, "a major number alone", """{ "engineVersion": "8" }"""),
            (Undetermined, "not known", """{ "engineVersion": "<unknown>" }""")),
        .. Of("deploy-cache-key", Cache,
            (Pass, "encrypted", """{ "kmsKeyId": "key", "atRestEncryptionEnabled": true }"""),
            (Pass, "by default", """{ "engine": "valkey", "kmsKeyId": "key" }"""),
            (Fail, "not encrypted", """{ "engine": "redis", "kmsKeyId": "key" }"""),
            (Undetermined, "not known", """{ "kmsKeyId": "key", "atRestEncryptionEnabled": "<unknown>" }""")),
        .. Of("deploy-cache-secondary", Cache,
            (Pass, "as its primary", """{ "globalReplicationGroupId": "<unknown>" }"""),
            (Fail, "with nodes of its own", """{ "globalReplicationGroupId": "global", "nodeType": "cache.r7g.large" }"""),
            (Fail, "with shards of its own", """{ "globalReplicationGroupId": "global", "numNodeGroups": 2 }"""),
            (Undetermined, "not known", """{ "globalReplicationGroupId": "global", "nodeType": "<unknown>" }""")),
        .. Of("deploy-cache-node", Cache,
            (Pass, "of a newer generation", """{ "nodeType": "cache.t4g.small", "automaticFailoverEnabled": true }"""),
            (Pass, "T2 with shards", """{ "nodeType": "cache.t2.small", "automaticFailoverEnabled": true, "numNodeGroups": 2 }"""),
            (Fail, "T2 without", """{ "nodeType": "cache.t2.small", "automaticFailoverEnabled": true }"""),
            (Fail, "an idle disk", """{ "nodeType": "cache.r6gd.xlarge" }"""),
            (Undetermined, "not known", """{ "nodeType": "<unknown>", "automaticFailoverEnabled": true }""")),
        .. Of("deploy-cache-cluster", Cluster,
            (Pass, "in two zones",
                """{ "engine": "memcached", "clusterId": "objects", "azMode": "cross-az", "numCacheNodes": 2, "preferredAvailabilityZones": ["a", "b"] }"""),
            (Fail, "Valkey", """{ "engine": "valkey" }"""),
            (Fail, "one node in two zones", """{ "engine": "memcached", "azMode": "cross-az", "numCacheNodes": 1 }"""),
            (Fail, "a zone too many", """{ "engine": "memcached", "numCacheNodes": 1, "preferredAvailabilityZones": ["a", "b"] }"""),
            (Fail, "snapshots", """{ "engine": "memcached", "snapshotRetentionLimit": 7 }"""),
            (Fail, "a long name", """{ "clusterId": "objects-that-anyone-can-make-again-at-any-time-they-like" }"""),
            (Undetermined, "not known", """{ "engine": "<unknown>" }""")),
        Passes("deploy-cache-default-user", "with a default", Users("default")), Fails("deploy-cache-default-user", "without", Users("web"), "userIds"),
        IsOpen("deploy-cache-default-user", "not known", Users("<unknown>"), "userName"),
        .. Of("deploy-cache-default-user", "aws:elasticache/userGroup:UserGroup", (Pass, "of Valkey", """{ "engine": "valkey", "userIds": ["web"] }""")),
        .. Of("deploy-cache-passwords", "aws:elasticache/user:User",
            (Pass, "two", """{ "passwords": [{ "<secret>": "one" }, { "<secret>": "two" }] }"""),
            (Fail, "three", """{ "passwords": [{ "<secret>": "one" }, { "<secret>": "two" }, { "<secret>": "three" }] }"""),
            (Fail, "three, said otherwise",
                """{ "authenticationMode": { "type": "password", "passwords": [{ "<secret>": "one" }, { "<secret>": "two" }, { "<secret>": "three" }] } }"""),
            (Undetermined, "not known", """{ "passwords": "<unknown>" }""")),
    ];

    private static SampleProgram Versions(string version, string family) => new SampleProgram()
        .Add("aws:elasticache/parameterGroup:ParameterGroup", "settings", $$"""{ "family": "{{family}}" }""")
        .Add(Cache, "sessions", $$"""{ "engineVersion": "{{version}}", "parameterGroupName": "<unknown:settings>" }""");

    private static SampleProgram Users(string name) => new SampleProgram()
        .Add("aws:elasticache/user:User", "user", $$"""{ "userId": "shop-web", "userName": "{{name}}" }""")
        .Add("aws:elasticache/userGroup:UserGroup", "group", """{ "engine": "redis", "userIds": ["<unknown:user>"] }""");
}
