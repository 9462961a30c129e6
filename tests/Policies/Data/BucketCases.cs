using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class BucketCases
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("s3-versioned", "kept", With("aws:s3/bucketVersioning:BucketVersioning",
            """{ "bucket": "files", "versioningConfiguration": { "status": "Enabled" } }""")),
        Passes("s3-versioned", "kept, by the older token", With("aws:s3/bucketVersioningV2:BucketVersioningV2",
            """{ "bucket": "<unknown:files>", "versioningConfiguration": { "status": "Enabled" } }""")),
        Passes("s3-versioned", "access logs are written once",
            With("aws:lb/loadBalancer:LoadBalancer", """{ "accessLogs": { "enabled": true, "bucket": "<unknown:files>" } }""")),
        Fails("s3-versioned", "not kept", new SampleProgram().Add(Bucket, "files")),
        Fails("s3-versioned", "no longer", With("aws:s3/bucketVersioning:BucketVersioning",
            """{ "bucket": "files", "versioningConfiguration": { "status": "Suspended" } }""")),
        IsOpen("s3-versioned", "not known", With("aws:s3/bucketVersioning:BucketVersioning",
            """{ "bucket": "files", "versioningConfiguration": "<unknown>" }""")),
        IsOpen("s3-versioned", "of one of two buckets", With("aws:s3/bucketVersioning:BucketVersioning",
            """{ "bucket": "<unknown:files:others>", "versioningConfiguration": { "status": "Enabled" } }""").Add(Bucket, "others")),
        Passes("s3-lifecycle", "after a month",
            With(Lifecycle, """{ "bucket": "files", "rules": [{ "id": "old", "status": "Enabled", "expiration": { "days": 30 } }] }""")),
        Fails("s3-lifecycle", "never", new SampleProgram().Add(Bucket, "files")),
        Fails("s3-lifecycle", "switched off", With(Lifecycle, """{ "bucket": "files", "rules": [{ "id": "old", "status": "Disabled" }] }"""), "rules"),
        IsOpen("s3-lifecycle", "not known", With(Lifecycle, """{ "bucket": "files", "rules": "<unknown>" }"""), "rules"),
        .. Of("s3-no-acl", "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
            (Pass, "the bucket's policy alone", """{ "rule": { "objectOwnership": "BucketOwnerEnforced" } }"""),
            (Fail, "ACLs count", """{ "rule": { "objectOwnership": "BucketOwnerPreferred" } }"""),
            (Undetermined, "not known", """{ "rule": "<unknown>" }""")),
        .. Of("s3-no-force-destroy", Bucket,
            (Pass, "by default", "{}"),
            (Fail, "with everything in it", """{ "forceDestroy": true }"""),
            (Undetermined, "not known", """{ "forceDestroy": "<unknown>" }""")),
        .. Of("s3-policy-not-public", "aws:s3/bucketPolicy:BucketPolicy",
            (Pass, "one network", Lets(""", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1" } }""")),
            (Pass, "a denial", """{ "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] } }"""),
            (Fail, "everyone", Lets()),
            (Fail, "everyone but one", """{ "policy": { "Statement": [{ "Effect": "Allow","""
                + """ "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "s3:GetObject", "Resource": "*" }] } }"""),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("docdb-tls-required", "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
            (Pass, "by default", """{ "family": "docdb5.0" }"""),
            (Pass, "the newest only", Tls("tls", "tls1.3+")),
            (Fail, "switched off", Tls("tls", "disabled")),
            (Undetermined, "not known", Tls("tls", "<unknown>")),
            (Undetermined, "which setting is not known", Tls("<unknown>", "disabled"))),
        .. Of("rds-storage-encrypted", "aws:docdb/cluster:Cluster", (Fail, "documents in plain text", "{}")),
    ];

    private static SampleProgram With(string type, string json) => new SampleProgram().Add(Bucket, "files").Add(type, "companion", json);

    private static string Lets(string more = "") =>
        $$"""{ "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": ["*"] }, "Action": "s3:GetObject", "Resource": "*"{{more}} }] } }""";

    private static string Tls(string name, string value) => $$"""{ "family": "docdb5.0", "parameters": [{ "name": "{{name}}", "value": "{{value}}" }] }""";
}
