using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class StoreFactCases
{
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Database = "aws:rds/instance:Instance";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Queue = "aws:sqs/queue:Queue";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-cache-name", Cache,
            (Pass, "a word", """{ "replicationGroupId": "sessions-1", "description": "Sessions" }"""),
            (Fail, "a digit first", """{ "replicationGroupId": "1-sessions" }"""),
            (Fail, "two hyphens", """{ "replicationGroupId": "web--sessions" }"""), (Fail, "described by nothing", """{ "description": "" }"""),
            (Undetermined, "not known", """{ "replicationGroupId": "<unknown>" }""")),
        .. Of("deploy-cache-failover", Cache,
            (Pass, "two", """{ "automaticFailoverEnabled": true, "numCacheClusters": 2, "multiAzEnabled": true }"""),
            (Pass, "one, alone", """{ "numCacheClusters": 1 }"""),
            (Fail, "to nobody", """{ "automaticFailoverEnabled": true, "numCacheClusters": 1 }"""),
            (Fail, "zones without it", """{ "multiAzEnabled": true }"""),
            (Undetermined, "not known", """{ "automaticFailoverEnabled": true, "numCacheClusters": "<unknown>" }""")),
        .. Of("deploy-cache-token", Cache,
            (Pass, "long and encrypted", """{ "authToken": { "<secret>": "0123456789abcdef" }, "transitEncryptionEnabled": true }"""),
            (Fail, "short", """{ "authToken": { "<secret>": "hunter22" }, "transitEncryptionEnabled": true }"""),
            (Fail, "a slash", """{ "authToken": { "<secret>": "0123456789/abcdef" }, "transitEncryptionEnabled": true }"""),
            (Fail, "in plain text on the way", """{ "authToken": { "<secret>": "0123456789abcdef" } }"""),
            (Undetermined, "not known", """{ "authToken": { "<secret>": "<unknown>" }, "transitEncryptionEnabled": true }""")),
        .. Of("deploy-cache-credentials-once", Cache,
            (Pass, "users", """{ "userGroupIds": ["web"] }"""),
            (Fail, "both", """{ "authToken": { "<secret>": "0123456789abcdef" }, "userGroupIds": ["web"] }"""),
            (Undetermined, "not known", """{ "authToken": "<unknown>", "userGroupIds": ["web"] }""")),
        .. Of("deploy-cache-valkey-tls", Cache,
            (Pass, "said", """{ "engine": "valkey", "transitEncryptionEnabled": true }"""), (Pass, "another engine", """{ "engine": "redis" }"""),
            (Fail, "not said", """{ "engine": "valkey" }"""), (Undetermined, "not known", """{ "engine": "<unknown>" }""")),
        .. Of("deploy-db-name", Database,
            (Pass, "a word", """{ "identifier": "orders-1" }"""), (Fail, "a capital letter", """{ "identifier": "Orders" }"""),
            (Undetermined, "not known", """{ "identifier": "<unknown>" }""")),
        .. Of("deploy-db-password-once", Database,
            (Pass, "AWS's", """{ "manageMasterUserPassword": true }"""), (Pass, "one's own", """{ "password": { "<secret>": "hunter22" } }"""),
            (Fail, "both", """{ "manageMasterUserPassword": true, "password": { "<secret>": "hunter22" } }"""),
            (Undetermined, "not known", """{ "manageMasterUserPassword": "<unknown>", "password": { "<secret>": "hunter22" } }""")),
        .. Of("deploy-db-replica-fields", Database,
            (Pass, "as its source", """{ "replicateSourceDb": "orders" }"""), (Pass, "no replica", """{ "username": "shop" }"""),
            (Fail, "an administrator", """{ "replicateSourceDb": "orders", "username": "shop" }"""),
            (Undetermined, "not known", """{ "replicateSourceDb": "orders", "dbName": "<unknown>" }""")),
        Passes("deploy-db-replica-source", "a source with backups", Replicated("\"backupRetentionPeriod\": 7")),
        Fails("deploy-db-replica-source", "a source without", Replicated("\"multiAz\": true"), "backupRetentionPeriod"),
        Fails("deploy-db-replica-source", "a password of AWS",
            Replicated("\"backupRetentionPeriod\": 7, \"manageMasterUserPassword\": true"), "manageMasterUserPassword"),
        IsOpen("deploy-db-replica-source", "not known", Replicated("\"backupRetentionPeriod\": \"<unknown>\""), "backupRetentionPeriod"),
        .. Of("deploy-db-key", Database,
            (Pass, "encrypted", """{ "kmsKeyId": "key", "storageEncrypted": true }"""), (Pass, "no key", "{}"),
            (Fail, "not encrypted", """{ "kmsKeyId": "key" }"""),
            (Undetermined, "not known", """{ "kmsKeyId": "key", "storageEncrypted": "<unknown>" }""")),
        .. Of("deploy-db-storage-growth", Database,
            (Pass, "grows", """{ "allocatedStorage": 20, "maxAllocatedStorage": 100 }"""),
            (Pass, "does not", """{ "allocatedStorage": 20, "maxAllocatedStorage": 0 }"""),
            (Fail, "shrinks", """{ "allocatedStorage": 100, "maxAllocatedStorage": 20 }"""),
            (Undetermined, "not known", """{ "allocatedStorage": "<unknown>", "maxAllocatedStorage": 20 }""")),
        .. Of("deploy-db-monitoring", Database,
            (Pass, "every minute", """{ "monitoringInterval": 60, "monitoringRoleArn": "<unknown>" }"""), (Pass, "off", """{ "monitoringInterval": 0 }"""),
            (Fail, "without a role", """{ "monitoringInterval": 60 }"""),
            (Fail, "every 20 seconds", """{ "monitoringInterval": 20, "monitoringRoleArn": "role" }"""),
            (Undetermined, "not known", """{ "monitoringInterval": "<unknown>", "monitoringRoleArn": "role" }""")),
        .. Of("deploy-table-attributes", Table,
            (Pass, "the key", Keys("customer")), (Fail, "one that is no key", Keys("customer", "name")), (Fail, "another one", Keys("order")),
            (Fail, "none for an index", Keys(
                "customer", index: """, "globalSecondaryIndexes": [{ "name": "by-day", "hashKey": "day", "projectionType": "ALL" }]""")),
            (Pass, "also of an index", Keys(
                "customer", "day", """, "globalSecondaryIndexes": [{ "name": "by-day", "hashKey": "day", "projectionType": "ALL" }]""")),
            (Undetermined, "not known", Keys("<unknown>"))),
        .. Of("deploy-table-capacity", Table,
            (Pass, "on demand", """{ "billingMode": "PAY_PER_REQUEST" }"""), (Pass, "both", """{ "readCapacity": 5, "writeCapacity": 5 }"""),
            (Fail, "none", """{ "billingMode": "PROVISIONED" }"""), (Undetermined, "not known", """{ "readCapacity": 5, "writeCapacity": "<unknown>" }""")),
        .. Of("deploy-queue-name", Queue,
            (Pass, "a word", """{ "name": "orders" }"""),
            (Pass, "ordered", """{ "name": "orders.fifo", "fifoQueue": true, "contentBasedDeduplication": true }"""),
            (Fail, "ordered by name only", """{ "name": "orders.fifo" }"""), (Fail, "ordered without the name", """{ "name": "orders", "fifoQueue": true }"""),
            (Fail, "deduplicated without order", """{ "contentBasedDeduplication": true }"""),
            (Undetermined, "not known", """{ "name": "orders", "fifoQueue": "<unknown>" }""")),
        .. Of("deploy-queue-ranges", Queue,
            (Pass, "inside", """{ "receiveWaitTimeSeconds": 20, "visibilityTimeoutSeconds": 43200 }"""),
            (Fail, "a long wait", """{ "receiveWaitTimeSeconds": 30 }"""),
            (Fail, "for ever", """{ "messageRetentionSeconds": 1209601 }"""), (Undetermined, "not known", """{ "delaySeconds": "<unknown>" }""")),
        .. Of("deploy-queue-key-once", Queue,
            (Pass, "a key", """{ "kmsMasterKeyId": "key" }"""), (Pass, "SQS's own", """{ "sqsManagedSseEnabled": true }"""),
            (Fail, "both", """{ "kmsMasterKeyId": "key", "sqsManagedSseEnabled": true }"""),
            (Undetermined, "not known", """{ "kmsMasterKeyId": "key", "sqsManagedSseEnabled": "<unknown>" }""")),
    ];

    private static SampleProgram Replicated(string source) => new SampleProgram()
        .Add(Database, "orders", $$"""{ "engine": "mysql", {{source}} }""").Add(Database, "reader", """{ "replicateSourceDb": "<unknown:orders>" }""");

    private static string Keys(string first, string? second = null, string index = "") => $$"""
        { "hashKey": "customer", "attributes": [{ "name": "{{first}}", "type": "S" }{{(second is null ? "" : $", {{ \"name\": \"{second}\", \"type\": \"S\" }}")}}]{{index}} }
        """;
}
