using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class DataCases
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private const string Instance = "aws:rds/instance:Instance";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("s3-public-access-blocked", "blocked", Blocked("logs", "true")),
        Passes("s3-public-access-blocked", "blocked, by what the block was computed from", Blocked("<unknown:logs>", "true")),
        Passes("s3-public-access-blocked", "the account blocks", new SampleProgram().Add(Bucket, "logs")
            .Add("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "account",
                """{ "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true }""")),
        Fails("s3-public-access-blocked", "no block", new SampleProgram().Add(Bucket, "logs")),
        Fails("s3-public-access-blocked", "the older token of the same type", new SampleProgram().Add("aws:s3/bucketV2:BucketV2", "logs")),
        Fails("s3-public-access-blocked", "the block of another bucket", Blocked("other", "true")),
        Fails("s3-public-access-blocked", "three of four", Blocked("logs", "false"), "restrictPublicBuckets"),
        IsOpen("s3-public-access-blocked", "a setting is not known", Blocked("logs", "\"<unknown>\""), "restrictPublicBuckets"),
        IsOpen("s3-public-access-blocked", "the block of one of two buckets", Blocked("<unknown:logs:second>", "true").Add(Bucket, "second")),
        Passes("s3-tls-only", "plain text is denied", WithPolicy("logs", Denial())),
        Passes("s3-tls-only", "beside other statements", WithPolicy("<unknown:logs>", "{ \"Effect\": \"Allow\" }, " + Denial())),
        Fails("s3-tls-only", "no policy", new SampleProgram().Add(Bucket, "logs")),
        Fails("s3-tls-only", "only reading is denied", WithPolicy("logs", Denial(action: "s3:GetObject")), "policy"),
        Passes("s3-tls-only", "for the bucket and its objects", WithPolicy("logs", Denial(resource: """["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]"""))),
        Fails("s3-tls-only", "for the bucket, not its objects", WithPolicy("logs", Denial(resource: "\"arn:aws:s3:::logs\"")), "policy"),
        Fails("s3-tls-only", "TLS is denied", WithPolicy("logs", Denial(secure: "true"))),
        Fails("s3-tls-only", "denied in one more case only", WithPolicy("logs", Denial(more: ", \"aws:SourceVpc\": \"vpc-1\""))),
        IsOpen("s3-tls-only", "the policy is not known", new SampleProgram().Add(Bucket, "logs")
            .Add("aws:s3/bucketPolicy:BucketPolicy", "policy", """{ "bucket": "logs", "policy": "<unknown>" }"""), "policy"),
        IsOpen("s3-tls-only", "the policy of one of two buckets", WithPolicy("<unknown:logs:second>", Denial()).Add(Bucket, "second")),
        .. Of("rds-not-public", Instance,
            (Pass, "private by default", "{}"),
            (Fail, "public", """{ "publiclyAccessible": true }"""),
            (Undetermined, "not known", """{ "publiclyAccessible": "<unknown>" }""")),
        .. Of("rds-not-public", "aws:neptune/clusterInstance:ClusterInstance", (Fail, "a member of a graph", """{ "publiclyAccessible": true }""")),
        .. Of("rds-not-public", "aws:rds/clusterInstance:ClusterInstance", (Fail, "a member of a cluster", """{ "publiclyAccessible": true }""")),
        .. Of("rds-storage-encrypted", Instance,
            (Pass, "encrypted", """{ "storageEncrypted": true }"""),
            (Pass, "a replica is as its source", """{ "replicateSourceDb": "orders" }"""),
            (Fail, "not encrypted", "{}"),
            (Undetermined, "not known", """{ "storageEncrypted": "<unknown>" }""")),
        .. Of("no-literal-database-password", Instance,
            (Pass, "AWS manages it", """{ "manageMasterUserPassword": true }"""),
            (Pass, "a secret", """{ "password": { "<secret>": "hunter22" } }"""),
            (Pass, "a secret that is not known yet", """{ "password": { "<secret>": "<unknown>" } }"""),
            (Fail, "in plain text", """{ "password": "hunter22" }"""),
            (Undetermined, "not known, and not said to be secret", """{ "password": "<unknown>" }""")),
        .. Of("no-literal-database-password", Cache, (Fail, "a cache's token", """{ "authToken": "hunter22hunter22" }""")),
        .. Of("redis-encrypted", Cache,
            (Pass, "both", """{ "atRestEncryptionEnabled": "true", "transitEncryptionEnabled": true }"""),
            (Fail, "in transit only", """{ "transitEncryptionEnabled": true }"""),
            (Undetermined, "not known", """{ "atRestEncryptionEnabled": true, "transitEncryptionEnabled": "<unknown>" }""")),
        .. Of("redis-auth", Cache,
            (Pass, "a token", """{ "authToken": { "<secret>": "<unknown>" } }"""),
            (Pass, "users", """{ "userGroupIds": ["web"] }"""),
            (Fail, "neither", "{}"),
            (Undetermined, "not known", """{ "userGroupIds": "<unknown>" }""")),
    ];

    private static string Denial(string action = "s3:*", string secure = "false", string more = "", string resource = "\"*\"") => $$"""
        { "Effect": "Deny", "Principal": "*", "Action": "{{action}}", "Resource": {{resource}}, "Condition": { "Bool": { "aws:SecureTransport": "{{secure}}"{{more}} } } }
        """;

    private static SampleProgram WithPolicy(string bucket, string statements) => new SampleProgram().Add(Bucket, "logs")
        .Add("aws:s3/bucketPolicy:BucketPolicy", "policy", $$"""{ "bucket": "{{bucket}}", "policy": { "Statement": [{{statements}}] } }""");

    private static SampleProgram Blocked(string bucket, string last) => new SampleProgram().Add(Bucket, "logs").Add(Block, "block", $$"""
        { "bucket": "{{bucket}}", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": {{last}} }
        """);
}
