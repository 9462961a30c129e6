using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

/// <summary>The rules of replication groups on the other two types that make a Redis.</summary>
internal static class RedisCases
{
    private const string Cluster = "aws:elasticache/cluster:Cluster";
    private const string Serverless = "aws:elasticache/serverlessCache:ServerlessCache";
    private const string Memcached = """{ "engine": "memcached" }""";
    private const string Member = """{ "replicationGroupId": "sessions" }""";
    private const string Alone = """{ "engine": "redis" }""";
    private const string Perhaps = """{ "engine": "<unknown>" }""";

    public static IEnumerable<RuleCase> All =>
    [
        .. OfACluster("redis-encrypted"),
        .. OfACluster("redis-auth"),
        .. OfACluster("redis-failover"),
        .. Of("redis-auth", Serverless,
            (Pass, "serverless with users", Cache("\"userGroupId\": \"shop\"")),
            (Pass, "serverless with users of a group that is made with it", Cache("\"userGroupId\": \"<unknown>\"")),
            (Pass, "Memcached without a server has no users", Memcached),
            (Fail, "serverless without users", Cache("\"description\": \"sessions\"")),
            (Undetermined, "a serverless one of some engine", Perhaps)),
        .. Of("redis-backup", Cluster,
            (Pass, "a cluster keeps a week", Redis("\"snapshotRetentionLimit\": 7")),
            (Pass, "Memcached keeps nothing", Memcached),
            (Pass, "kept by its group", Member),
            (Fail, "a cluster keeps none", Alone),
            (Undetermined, "a cluster of some engine", Perhaps)),
        .. Of("redis-backup", Serverless,
            (Pass, "a snapshot", Cache("\"snapshotRetentionLimit\": 1")),
            (Fail, "serverless and none", Cache("\"snapshotRetentionLimit\": 0")),
            (Fail, "serverless Redis and nothing said", Alone),
            (Undetermined, "how many snapshots is not known", Cache("\"snapshotRetentionLimit\": \"<unknown>\""))),
        .. Of("redis-minor-upgrade", Cluster,
            (Pass, "a cluster by default", Alone),
            (Pass, "Memcached is patched by hand", """{ "engine": "memcached", "autoMinorVersionUpgrade": "false" }"""),
            (Fail, "a cluster that is not", Redis("\"autoMinorVersionUpgrade\": \"false\"")),
            (Undetermined, "of some engine", """{ "engine": "<unknown>", "autoMinorVersionUpgrade": "false" }""")),
        .. Of("redis-own-subnet-group", Cluster,
            (Pass, "a cluster in a group of the program", Redis("\"subnetGroupName\": \"data\"")),
            (Pass, "where its group is", Member),
            (Fail, "a cluster in the default network", Alone),
            (Undetermined, "some engine in the default network", Perhaps)),
        .. Of("redis-own-subnet-group", Serverless,
            (Pass, "serverless in subnets of the program", Cache("\"subnetIds\": [\"<unknown>\"]")),
            (Fail, "serverless in the default network", Alone),
            (Fail, "serverless in no subnet", Cache("\"subnetIds\": []")),
            (Undetermined, "the list is not known", Cache("\"subnetIds\": \"<unknown>\""))),
    ];

    // Such a cluster has none of the properties that would make it right.
    private static IEnumerable<RuleCase> OfACluster(string rule) => Of(rule, Cluster,
        (Pass, "Memcached", Memcached),
        (Pass, "a member of a replication group", Member),
        (Fail, "a cluster of Redis by itself", Redis("\"engineVersion\": \"7.1\"")),
        (Fail, "a cluster of Valkey by itself", """{ "engine": "valkey" }"""),
        (Undetermined, "a cluster of some engine", Perhaps));

    private static string Redis(string more) => $$"""{ "engine": "redis", {{more}} }""";

    private static string Cache(string more) => $$"""{ "engine": "valkey", {{more}} }""";
}
