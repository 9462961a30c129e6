using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

/// <summary>What previews of a deployed stack show beside what the program gives: outputs of the provider, and zeros for what was left out.</summary>
internal static class DeployedCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Database = "aws:rds/instance:Instance";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-lb-subnets-once", Balancer, (Pass, "as it was deployed",
            """{ "subnets": ["a"], "subnetMappings": { "<computed>": [{ "subnetId": "a" }] } }""")),
        .. Of("deploy-lb-fixed-addresses", Balancer, (Pass, "as it was deployed", """
            { "loadBalancerType": "application", "subnetMappings": [{ "subnetId": "a", "allocationId": "", "privateIpv4Address": "", "ipv6Address": "" }] }
            """)),
        .. Of("deploy-backup-lifecycle", "aws:backup/plan:Plan",
            (Pass, "as it was deployed", """{ "rules": [{ "ruleName": "daily", "lifecycle": { "coldStorageAfter": 0, "deleteAfter": 35 } }] }"""),
            (Pass, "never deleted, as it was deployed", """{ "rules": [{ "ruleName": "daily", "lifecycle": { "coldStorageAfter": 30, "deleteAfter": 0 } }] }""")),
        .. Of("deploy-db-speed", Database, (Pass, "as it was deployed", """
            {
              "engine": "mysql", "storageType": "gp3", "allocatedStorage": 100,
              "iops": { "<computed>": 3000 }, "storageThroughput": { "<computed>": 125 }
            }
            """)),
        .. Of("deploy-db-replica-fields", Database, (Pass, "as it was deployed",
            """{ "replicateSourceDb": "primary", "username": { "<computed>": "app" }, "dbName": { "<computed>": "app" } }""")),
        .. Of("deploy-cache-shards", Cache, (Pass, "as it was deployed", """{ "numNodeGroups": 1, "numCacheClusters": { "<computed>": 3 } }""")),
        .. Of("deploy-cache-failover", Cache, (Pass, "nine nodes in three shards, as it was deployed",
            """{ "automaticFailoverEnabled": true, "numNodeGroups": 3, "numCacheClusters": { "<computed>": 9 } }""")),
        .. Of("deploy-cache-secondary", Cache,
            (Pass, "the first, as it was deployed", """{ "nodeType": "cache.m7g.large", "globalReplicationGroupId": { "<computed>": "shop" } }"""),
            (Pass, "a follower, as it was deployed",
                """{ "globalReplicationGroupId": "shop", "nodeType": { "<computed>": "cache.m7g.large" }, "numNodeGroups": { "<computed>": 1 } }""")),
        .. Of("deploy-aurora-storage", "aws:rds/cluster:Cluster", (Pass, "as it was deployed",
            """{ "engine": "aurora-mysql", "allocatedStorage": { "<computed>": 1 }, "iops": { "<computed>": 0 } }""")),
        .. Of("deploy-cache-cluster", "aws:elasticache/cluster:Cluster", (Pass, "a node of a group, as it was deployed",
            """{ "replicationGroupId": "sessions", "engine": { "<computed>": "valkey" } }""")),
        .. Of("deploy-table-attributes", "aws:dynamodb/table:Table", (Pass, "an index without a second key, as it was deployed", """
            {
              "hashKey": "id", "attributes": [{ "name": "id", "type": "S" }, { "name": "mail", "type": "S" }],
              "globalSecondaryIndexes": [{ "name": "by-mail", "hashKey": "mail", "rangeKey": "", "projectionType": "ALL" }]
            }
            """)),
        .. Of("deploy-queue-key-once", "aws:sqs/queue:Queue", (Pass, "as it was deployed",
            """{ "kmsMasterKeyId": { "<computed>": "" }, "sqsManagedSseEnabled": true }""")),
        .. Of("deploy-lb-name", "aws:lb/targetGroup:TargetGroup", (Pass, "what only balancers may not be called", """{ "name": "internal-web" }""")),
        .. Of("deploy-cdn-limits", "aws:cloudfront/distribution:Distribution",
            (Pass, "an origin that takes longer than the quota at first", Origin("180")), (Fail, "an origin without time", Origin("0"))),
        .. Of("rds-tls-required", "aws:rds/parameterGroup:ParameterGroup",
            (Pass, "a MariaDB that demands it", """{ "family": "mariadb11.8" }"""), (Fail, "one that does not", """{ "family": "mariadb11.4" }""")),
        .. Of("asg-elb-health-check", "aws:autoscaling/group:Group",
            (Pass, "and disks", """{ "targetGroupArns": ["web"], "healthCheckType": "ELB,EBS" }"""),
            (Fail, "disks alone", """{ "targetGroupArns": ["web"], "healthCheckType": "EBS" }""")),
        .. Of("lambda-supported-runtime", "aws:lambda/function:Function", (Fail, "a snake of old", """{ "runtime": "python3.8" }""")),
        Passes("deploy-log-key", "admitted by a policy of its own", OwnPolicy("logs.eu-central-1.amazonaws.com")),
        Fails("deploy-log-key", "shut out by a policy of its own", OwnPolicy("sns.amazonaws.com"), "policy"),
    ];

    private static string Origin(string seconds) => $$"""
        { "origins": [{ "originId": "edge", "domainName": "edge.example.com", "customOriginConfig": { "originReadTimeout": {{seconds}} } }] }
        """;

    private static SampleProgram OwnPolicy(string service) => new SampleProgram().Add("aws:kms/key:Key", "key")
        .Add("aws:kms/keyPolicy:KeyPolicy", "admits", $$"""
            {
              "keyId": "<unknown:key>",
              "policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"{{service}}\"}, \"Action\": [\"kms:Encrypt\", \"kms:Decrypt\", \"kms:GenerateDataKey*\"], \"Resource\": \"*\"}]}"
            }
            """)
        .Add("aws:cloudwatch/logGroup:LogGroup", "logs", """{ "kmsKeyId": "<unknown:key>" }""");
}
