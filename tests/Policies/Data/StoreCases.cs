using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class StoreCases
{
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Rotation = "aws:secretsmanager/secretRotation:SecretRotation";
    private const string Target = "aws:appautoscaling/target:Target";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("redis-failover", Cache,
            (Pass, "two nodes", Nodes("\"numCacheClusters\": 2")),
            (Pass, "shards with a replica each", Nodes("\"replicasPerNodeGroup\": 1")),
            (Fail, "one node", Nodes("\"numCacheClusters\": 1")),
            (Fail, "nothing takes over", """{ "numCacheClusters": 2, "multiAzEnabled": true }"""),
            (Undetermined, "not known", Nodes("\"numCacheClusters\": \"<unknown>\""))),
        .. Of("redis-backup", Cache,
            (Pass, "a day", """{ "snapshotRetentionLimit": 1 }"""),
            (Fail, "none", "{}"),
            (Undetermined, "not known", """{ "snapshotRetentionLimit": "<unknown>" }""")),
        .. Of("redis-minor-upgrade", Cache,
            (Pass, "by default", "{}"),
            (Fail, "off", """{ "autoMinorVersionUpgrade": "false" }"""),
            (Undetermined, "not known", """{ "autoMinorVersionUpgrade": "<unknown>" }""")),
        .. Of("redis-own-subnet-group", Cache,
            (Pass, "named", """{ "subnetGroupName": "data" }"""),
            (Fail, "none", "{}"),
            (Fail, "the default one", """{ "subnetGroupName": "default" }"""),
            (Undetermined, "not known", """{ "subnetGroupName": "<unknown>" }""")),
        Passes("redis-own-subnet-group", "made by the program", new SampleProgram().Add("aws:elasticache/subnetGroup:SubnetGroup", "data")
            .Add(Cache, "it", """{ "subnetGroupName": "<unknown:data>" }""")),
        .. Of("dynamodb-pitr", Table,
            (Pass, "on", """{ "pointInTimeRecovery": { "enabled": true } }"""),
            (Fail, "off", "{}"),
            (Undetermined, "not known", """{ "pointInTimeRecovery": "<unknown>" }""")),
        .. Of("dynamodb-deletion-protection", Table,
            (Pass, "on", """{ "deletionProtectionEnabled": true }"""),
            (Fail, "off", "{}"),
            (Undetermined, "not known", """{ "deletionProtectionEnabled": "<unknown>" }""")),
        .. Of("dynamodb-autoscale-or-ondemand", Table,
            (Pass, "on demand", """{ "billingMode": "PAY_PER_REQUEST" }"""),
            (Fail, "fixed", """{ "billingMode": "PROVISIONED" }"""),
            (Fail, "fixed by default", "{}"),
            (Undetermined, "not known", """{ "billingMode": "<unknown>" }""")),
        Passes("dynamodb-autoscale-or-ondemand", "scaled", Scaled("table/orders")),
        Passes("dynamodb-autoscale-or-ondemand", "scaled by a target computed from it", Scaled("<unknown:orders>")),
        Fails("dynamodb-autoscale-or-ondemand", "another table is scaled", Scaled("table/invoices")),
        Passes("stateful-protected", "a protected table", new SampleProgram().Add(Table, "orders", protect: true)),
        .. Of("stateful-protected", "aws:route53/zone:Zone",
            (Fail, "a zone in no VPC", """{ "vpcs": [] }"""), (Undetermined, "perhaps in one", """{ "vpcs": "<unknown>" }""")),
        Passes("stateful-protected", "a private zone", new SampleProgram().Add("aws:route53/zone:Zone", "names", """{ "vpcs": [{ "vpcId": "main" }] }""")),
        Fails("stateful-protected", "a public zone", new SampleProgram().Add("aws:route53/zone:Zone", "names")),
        Fails("stateful-protected", "a table", new SampleProgram().Add(Table, "orders")),
        Fails("stateful-protected", "a bucket by its older token", new SampleProgram().Add("aws:s3/bucketV2:BucketV2", "files")),
        .. Of("secret-policy-not-public", "aws:secretsmanager/secretPolicy:SecretPolicy",
            (Pass, "one role", Lets("""{ "AWS": "arn:aws:iam::123456789012:role/web" }""")),
            (Pass, "one organization", Lets("\"*\"", """, "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } }""")),
            (Fail, "everyone", Lets("\"*\"")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("secret-policy-not-public", "aws:secretsmanager/secret:Secret", (Fail, "in the secret itself", Lets("""{ "AWS": "*" }"""))),
        Passes("secret-rotation", "every month", Rotated("{ \"automaticallyAfterDays\": 30 }")),
        Passes("secret-rotation", "by a calendar", Rotated("{ \"scheduleExpression\": \"cron(0 4 1 * ? *)\" }")),
        Passes("secret-rotation", "every day, in hours", Rotated("{ \"scheduleExpression\": \"rate(24 hours)\" }")),
        Fails("secret-rotation", "every two years, as a rate", Rotated("{ \"scheduleExpression\": \"rate(730 days)\" }"), "rotationRules.scheduleExpression"),
        Fails("secret-rotation", "in words", Rotated("{ \"scheduleExpression\": \"every two years\" }"), "rotationRules.scheduleExpression"),
        Fails("secret-rotation", "never", new SampleProgram().Add(Secret, "it")),
        Fails("secret-rotation", "every year", Rotated("{ \"automaticallyAfterDays\": 365 }"), "rotationRules.automaticallyAfterDays"),
        IsOpen("secret-rotation", "not known", Rotated("\"<unknown>\"")),
        .. Of("secret-recovery-window", Secret,
            (Pass, "a month by default", "{}"),
            (Fail, "none", """{ "recoveryWindowInDays": 0 }"""),
            (Undetermined, "not known", """{ "recoveryWindowInDays": "<unknown>" }""")),
    ];

    private static string Nodes(string count) => $$"""{ "automaticFailoverEnabled": true, "multiAzEnabled": true, {{count}} }""";

    private static SampleProgram Scaled(string resource) => new SampleProgram()
        .Add(Table, "orders", """{ "name": "orders", "billingMode": "PROVISIONED" }""")
        .Add(Target, "scaling", $$"""{ "serviceNamespace": "dynamodb", "resourceId": "{{resource}}" }""");

    private static SampleProgram Rotated(string rules) => new SampleProgram().Add(Secret, "it")
        .Add(Rotation, "rotation", $$"""{ "secretId": "<unknown:it>", "rotationRules": {{rules}} }""");

    private static string Lets(string principal, string more = "") => $$"""
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": {{principal}}, "Action": "secretsmanager:GetSecretValue", "Resource": "*"{{more}} }] } }
        """;
}
