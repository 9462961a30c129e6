using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class KeyCases
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    private const string Logging = "aws:s3/bucketLogging:BucketLogging";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("redis-cmk", "aws:elasticache/replicationGroup:ReplicationGroup",
            (Pass, "a key", """{ "kmsKeyId": "arn:aws:kms:eu-central-1:123456789012:key/1" }"""),
            (Fail, "AWS's own", "{}"),
            (Fail, "AWS's own, by name", """{ "kmsKeyId": "alias/aws/elasticache" }"""),
            (Undetermined, "not known", """{ "kmsKeyId": "<unknown>" }""")),
        .. Of("redis-cmk", "aws:elasticache/serverlessCache:ServerlessCache", (Fail, "serverless", "{}")),
        Passes("redis-cmk", "a key of the program", new SampleProgram().Add("aws:kms/key:Key", "key")
            .Add("aws:elasticache/replicationGroup:ReplicationGroup", "it", """{ "kmsKeyId": "<unknown:key>" }""")),
        .. Of("dynamodb-cmk", "aws:dynamodb/table:Table",
            (Pass, "a key", """{ "serverSideEncryption": { "enabled": true, "kmsKeyArn": "arn:aws:kms:eu-central-1:123456789012:key/1" } }"""),
            (Fail, "AWS's own", """{ "serverSideEncryption": { "enabled": true } }"""),
            (Undetermined, "not known", """{ "serverSideEncryption": "<unknown>" }""")),
        Passes("s3-encrypted-cmk", "a key", Files().Add("aws:kms/key:Key", "key").Add(Encryption, "encryption", Encrypted("<unknown:key>"))),
        Passes("s3-encrypted-cmk", "by the older token",
            Files().Add("aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", "encryption", Encrypted("key"))),
        Passes("s3-encrypted-cmk", "balancers write only under S3's own",
            Files().Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "accessLogs": { "enabled": true, "bucket": "files" } }""")),
        Passes("s3-encrypted-cmk", "what visitors are shown", Shown("files.s3.eu-central-1.amazonaws.com")),
        Passes("s3-encrypted-cmk", "what visitors are shown, as computed", Shown("<unknown:files>")),
        Fails("s3-encrypted-cmk", "S3's own, as it comes", Files()),
        Fails("s3-encrypted-cmk", "S3's own",
            Files().Add(Encryption, "encryption",
                """{ "bucket": "files", "rules": [{ "applyServerSideEncryptionByDefault": { "sseAlgorithm": "AES256" } }] }""")),
        Fails("s3-encrypted-cmk", "AWS's own of the key service", Files().Add(Encryption, "encryption", Encrypted("alias/aws/s3"))),
        Fails("s3-encrypted-cmk", "no rule", Files().Add(Encryption, "encryption", """{ "bucket": "files", "rules": [] }""")),
        IsOpen("s3-encrypted-cmk", "not known", Files().Add(Encryption, "encryption", """{ "bucket": "files", "rules": "<unknown>" }"""), "rules"),
        .. Of("s3-abort-multipart", Lifecycle,
            (Pass, "after a week", Rule("\"status\": \"Enabled\", \"abortIncompleteMultipartUpload\": { \"daysAfterInitiation\": 7 }")),
            (Fail, "never", Rule("\"status\": \"Enabled\"")),
            (Fail, "in a rule that is switched off", Rule("\"status\": \"Disabled\", \"abortIncompleteMultipartUpload\": { \"daysAfterInitiation\": 7 }")),
            (Undetermined, "not known", Rule("\"status\": \"Enabled\", \"abortIncompleteMultipartUpload\": \"<unknown>\""))),
        Passes("s3-access-logging", "recorded", Files().Add(Logging, "logging", """{ "bucket": "<unknown:files>", "targetBucket": "logs" }""")),
        Passes("s3-access-logging", "the log of another",
            Files().Add(Bucket, "other").Add(Logging, "logging", """{ "bucket": "other", "targetBucket": "files" }""")),
        Passes("s3-access-logging", "the distribution records its readers", Shown("files.s3.eu-central-1.amazonaws.com")),
        Fails("s3-access-logging", "not recorded", Files()),
        IsOpen("s3-access-logging", "of one of two",
            Files().Add(Bucket, "other").Add(Logging, "logging", """{ "bucket": "<unknown:files:other>", "targetBucket": "logs" }""")),
    ];

    private static SampleProgram Files() =>
        new SampleProgram().Add(Bucket, "files", """{ "bucketRegionalDomainName": "files.s3.eu-central-1.amazonaws.com" }""");

    private static SampleProgram Shown(string origin) =>
        Files().Add(Distribution, "cdn", $$"""{ "origins": [{ "originId": "files", "domainName": "{{origin}}" }] }""");

    private static string Encrypted(string key) =>
        $$"""{ "bucket": "files", "rules": [{ "applyServerSideEncryptionByDefault": { "sseAlgorithm": "aws:kms", "kmsMasterKeyId": "{{key}}" } }] }""";

    private static string Rule(string rule) => $$"""{ "bucket": "files", "rules": [{ "id": "old", {{rule}} }] }""";
}
