using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class AuditCases
{
    private const string Rule = "s3-object-lock-on-audit-buckets";
    private const string Apart = "s3-audit-bucket-apart";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Lock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    private const string Kept = """{ "defaultRetention": { "mode": "COMPLIANCE", "days": 365 } }""";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "nothing is audited there", new SampleProgram().Add(Bucket, "files")),
        Passes(Rule, "locked", Audited().Add(Lock, "lock", Locked("<unknown:audit>", Kept))),
        Passes(Rule, "locked by its older token",
            Audited().Add("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "lock", Locked("<unknown:audit>", Kept))),
        Passes(Rule, "locked in the bucket", Audited($$"""{ "objectLockConfiguration": { "objectLockEnabled": "Enabled", "rule": {{Kept}} } }""")),
        Passes(Rule, "locked in an older bucket", Trailed(new SampleProgram().Add("aws:s3/bucketV2:BucketV2", "audit",
            """{ "objectLockConfiguration": { "rules": [{ "defaultRetentions": [{ "mode": "GOVERNANCE", "years": 1 }] }] } }"""))),
        Fails(Rule, "open", Audited()),
        Fails(Rule, "a lock on nothing", Audited("""{ "objectLockEnabled": true }""")),
        Fails(Rule, "another bucket is locked", Audited().Add(Lock, "lock", Locked("files", Kept))),
        Fails(Rule, "locked without a time", Audited().Add(Lock, "lock", """{ "bucket": "<unknown:audit>", "objectLockEnabled": "Enabled" }""")),
        IsOpen(Rule, "how it is locked is not known", Audited().Add(Lock, "lock", Locked("<unknown:audit>", "\"<unknown>\""))),
        IsOpen(Rule, "perhaps another bucket is locked", Audited()
            .Add(Bucket, "files").Add(Lock, "lock", Locked("<unknown:audit:files>", Kept)), "rule.defaultRetention.mode"),
        IsOpen(Rule, "perhaps another bucket is audited", new SampleProgram().Add(Bucket, "audit").Add(Bucket, "files")
            .Add("aws:cloudtrail/trail:Trail", "trail", """{ "s3BucketName": "<unknown:audit:files>" }"""), "s3BucketName"),
        Passes(Apart, "alone", Audited().Add(Bucket, "logs").Add(Balancer, "edge", Visits("logs"))),
        Passes(Apart, "no audit", new SampleProgram().Add(Bucket, "logs").Add(Balancer, "edge", Visits("logs"))),
        Passes(Apart, "no visits are written", Audited().Add(Balancer, "edge", Visits("audit", "false"))),
        Fails(Apart, "with the visits", Audited().Add(Balancer, "edge", Visits("audit"))),
        Fails(Apart, "with the traffic", Audited().Add("aws:ec2/flowLog:FlowLog", "flows", """{ "logDestination": "<unknown:audit>" }""")),
        Fails(Apart, "with the traffic, in a folder", Audited("""{ "arn": "arn:aws:s3:::audit" }""")
            .Add("aws:ec2/flowLog:FlowLog", "flows", """{ "logDestination": "arn:aws:s3:::audit/flows/" }""")),
        Fails(Apart, "with another bucket's readers", Audited().Add(Bucket, "files", """{ "logging": { "targetBucket": "<unknown:audit>" } }""")),
        Fails(Apart, "in an older bucket", Trailed(new SampleProgram().Add("aws:s3/bucketV2:BucketV2", "audit")).Add(Balancer, "edge", Visits("audit"))),
        IsOpen(Apart, "whether visits are written is not known", Audited().Add(Balancer, "edge", Visits("audit", "\"<unknown>\"")), "accessLogs.enabled"),
        IsOpen(Apart, "where visits are written is not known", Audited().Add(Bucket, "logs").Add(Balancer, "edge", Visits("audit:logs")), "accessLogs.bucket"),
        IsOpen(Apart, "which is audited is not known", new SampleProgram().Add(Bucket, "audit").Add(Bucket, "logs")
            .Add("aws:ec2/flowLog:FlowLog", "flows", """{ "logDestination": "<unknown:logs>" }""")
            .Add("aws:cloudtrail/trail:Trail", "trail", """{ "s3BucketName": "<unknown:audit:logs>" }"""), "s3BucketName"),
    ];

    private static string Visits(string bucket, string enabled = "true") =>
        $$"""{ "accessLogs": { "bucket": "<unknown:{{bucket}}>", "enabled": {{enabled}} } }""";

    private static SampleProgram Audited(string bucket = "{}") => Trailed(new SampleProgram().Add(Bucket, "audit", bucket));

    private static SampleProgram Trailed(SampleProgram program) => program
        .Add("aws:cloudtrail/trail:Trail", "trail", """{ "s3BucketName": "<unknown:audit>" }""");

    private static string Locked(string bucket, string rule) => $$"""{ "bucket": "{{bucket}}", "rule": {{rule}} }""";
}
