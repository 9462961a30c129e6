using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class ProtectionCases
{
    private const string Key = "aws:kms/key:Key";
    private const string Database = "aws:rds/instance:Instance";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("protect-closure", "both", new SampleProgram().Add(Key, "key", protect: true).Add(Database, "orders", Encrypted, protect: true)),
        Passes("protect-closure", "neither", new SampleProgram().Add(Key, "key").Add(Database, "orders", Encrypted)),
        Passes("protect-closure", "the key alone", new SampleProgram().Add(Key, "key", protect: true).Add(Database, "orders", Encrypted)),
        Passes("protect-closure", "a key from elsewhere",
            new SampleProgram().Add(Database, "orders", """{ "kmsKeyId": "arn:aws:kms:eu-central-1:123456789012:key/1" }""", protect: true)),
        Fails("protect-closure", "the data alone", new SampleProgram().Add(Key, "key").Add(Database, "orders", Encrypted, protect: true)),
        Fails("protect-closure", "a bucket", new SampleProgram().Add(Key, "key").Add(Bucket, "files", protect: true).Add(Encryption, "encryption",
            """{ "bucket": "files", "rules": [{ "applyServerSideEncryptionByDefault": { "kmsMasterKeyId": "<unknown:key>" } }] }""")),
        IsOpen("protect-closure", "one of two keys", new SampleProgram().Add(Key, "key").Add(Key, "other")
            .Add(Database, "orders", """{ "kmsKeyId": "<unknown:key:other>" }""", protect: true), "kmsKeyId"),
    ];

    private const string Encrypted = """{ "kmsKeyId": "<unknown:key>" }""";
}
