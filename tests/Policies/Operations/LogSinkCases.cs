using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Operations;

internal static class LogSinkCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Trail = "aws:cloudtrail/trail:Trail";
    private const string FlowLog = "aws:ec2/flowLog:FlowLog";
    private const string Logging = "aws:s3/bucketLogging:BucketLogging";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("log-bucket-admits-writer", "a load balancer", Logs("logdelivery.elasticloadbalancing.amazonaws.com").Add(Balancer, "edge", Written)),
        Passes("log-bucket-admits-writer", "one that writes nothing", Logs("ec2.amazonaws.com")
            .Add(Balancer, "edge", """{ "accessLogs": { "enabled": false, "bucket": "logs" } }""")),
        Passes("log-bucket-admits-writer", "a network load balancer", Logs("delivery.logs.amazonaws.com")
            .Add(Balancer, "edge", """{ "loadBalancerType": "network", "accessLogs": { "enabled": true, "bucket": "<unknown:logs>" } }""")),
        Passes("log-bucket-admits-writer", "a flow log, whose policy AWS adds", new SampleProgram().Add("aws:s3/bucket:Bucket", "logs", Arn)
            .Add(FlowLog, "flows", """{ "logDestinationType": "s3", "logDestination": "arn:aws:s3:::logs" }""")),
        Passes("log-bucket-admits-writer", "a bucket from elsewhere", new SampleProgram().Add(Trail, "trail", """{ "s3BucketName": "theirs" }""")),
        Fails("log-bucket-admits-writer", "the writer of another kind of load balancer", Logs("delivery.logs.amazonaws.com").Add(Balancer, "edge", Written)),
        Fails("log-bucket-admits-writer", "no policy",
            new SampleProgram().Add("aws:s3/bucket:Bucket", "logs", Arn).Add(Trail, "trail", """{ "s3BucketName": "<unknown:logs>" }""")),
        Fails("log-bucket-admits-writer", "reading only",
            Logs("cloudtrail.amazonaws.com", "s3:GetBucketAcl").Add(Trail, "trail", """{ "s3BucketName": "<unknown:logs>" }""")),
        Fails("log-bucket-admits-writer", "a policy that AWS would have to change", Logs("ec2.amazonaws.com")
            .Add(FlowLog, "flows", """{ "logDestinationType": "s3", "logDestination": "arn:aws:s3:::logs" }""")),
        IsOpen("log-bucket-admits-writer", "not known", Logs("<unknown>").Add(Balancer, "edge", Written)),
        .. Of("log-bucket-not-own-target", Logging,
            (Pass, "another", """{ "bucket": "files", "targetBucket": "logs" }"""),
            (Fail, "itself", """{ "bucket": "files", "targetBucket": "files" }"""),
            (Undetermined, "not known", """{ "bucket": "files", "targetBucket": "<unknown>" }""")),
        Fails("log-bucket-not-own-target", "itself, as computed", new SampleProgram().Add("aws:s3/bucket:Bucket", "files")
            .Add(Logging, "logging", """{ "bucket": "<unknown:files>", "targetBucket": "<unknown:files>" }""")),
    ];

    private const string Arn = """{ "arn": "arn:aws:s3:::logs" }""";
    private const string Written = """{ "accessLogs": { "enabled": true, "bucket": "<unknown:logs>" } }""";

    private static SampleProgram Logs(string service, string action = "s3:PutObject") => new SampleProgram()
        .Add("aws:s3/bucket:Bucket", "logs", Arn)
        .Add("aws:s3/bucketPolicy:BucketPolicy", "policy",
            $$"""{ "bucket": "<unknown:logs>", "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "{{service}}" },"""
            + $$""" "Action": "{{action}}", "Resource": "*" }] } }""");
}
