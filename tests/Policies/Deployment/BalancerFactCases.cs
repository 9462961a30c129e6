using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class BalancerFactCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Targets = "aws:lb/targetGroup:TargetGroup";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Certificate = "aws:acm/certificate:Certificate";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-lb-fixed-addresses", Balancer,
            (Pass, "of a network load balancer", """{ "loadBalancerType": "network", "subnetMappings": [{ "subnetId": "a", "allocationId": "eip" }] }"""),
            (Fail, "of an application load balancer", """{ "subnetMappings": [{ "subnetId": "a", "allocationId": "eip" }] }"""),
            (Undetermined, "not known", """{ "loadBalancerType": "<unknown>", "subnetMappings": [{ "subnetId": "a", "allocationId": "eip" }] }""")),
        .. Of("deploy-nlb-groups", Balancer,
            (Pass, "given", """{ "loadBalancerType": "network", "securityGroups": ["sg"] }"""), (Fail, "none", """{ "loadBalancerType": "network" }"""),
            (Undetermined, "not known", """{ "loadBalancerType": "network", "securityGroups": "<unknown>" }""")),
        Passes("deploy-lb-log-bucket", "with keys of S3", Encrypted("\"AES256\"")),
        Fails("deploy-lb-log-bucket", "one with a key", Encrypted("\"aws:kms\""), "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"),
        IsOpen("deploy-lb-log-bucket", "not known", Encrypted("\"<unknown>\"")),
        Passes("deploy-listener-region", "the same", Certified("eu-central-1")), Fails("deploy-listener-region", "another", Certified("us-east-1"), "region"),
        IsOpen("deploy-listener-region", "not known", Certified("<unknown>"), "region"),
        .. Of("deploy-listener-region", Listener,
            (Pass, "the same, as the provider says",
                """{ "region": { "<computed>": "eu-central-1" }, "certificateArn": "arn:aws:acm:eu-central-1:123456789012:certificate/1" }"""),
            (Fail, "another, written out", """{ "region": "eu-central-1", "certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1" }""")),
        .. Of("deploy-health-check-matcher", Targets,
            (Pass, "fine", """{ "protocol": "HTTP", "healthCheck": { "matcher": "200-299,301" } }"""),
            (Pass, "of a network load balancer", """{ "protocol": "TCP", "healthCheck": { "protocol": "HTTP", "matcher": "200-599" } }"""),
            (Fail, "an error", """{ "protocol": "HTTP", "healthCheck": { "matcher": "200-599" } }"""),
            (Fail, "a code of HTTP for gRPC", """{ "protocol": "HTTP", "protocolVersion": "GRPC", "healthCheck": { "matcher": "200" } }"""),
            (Undetermined, "not known", """{ "protocol": "HTTP", "healthCheck": { "matcher": "<unknown>" } }""")),
        .. Of("deploy-target-anomaly", Targets,
            (Pass, "by chance", """{ "loadBalancingAnomalyMitigation": "on", "loadBalancingAlgorithmType": "weighted_random" }"""),
            (Fail, "in turn", """{ "loadBalancingAnomalyMitigation": "on", "loadBalancingAlgorithmType": "round_robin" }"""),
            (Undetermined, "not known", """{ "loadBalancingAnomalyMitigation": "<unknown>", "loadBalancingAlgorithmType": "round_robin" }""")),
        .. Of("deploy-target-stickiness", Targets,
            (Pass, "a cookie", Sticky("HTTP", "\"type\": \"app_cookie\", \"cookieName\": \"basket\"")),
            (Pass, "an address", Sticky("TCP", "\"type\": \"source_ip\"")),
            (Pass, "neither", Sticky("TCP", "\"enabled\": false, \"type\": \"lb_cookie\"")),
            (Fail, "a cookie of bytes", Sticky("TCP", "\"type\": \"lb_cookie\"")),
            (Fail, "an address of requests", Sticky("HTTP", "\"type\": \"source_ip\"")),
            (Fail, "AWS's own cookie", Sticky("HTTP", "\"type\": \"app_cookie\", \"cookieName\": \"AWSALBAPP\"")),
            (Undetermined, "not known", Sticky("<unknown>", "\"type\": \"source_ip\""))),
        .. Of("deploy-listener-rule", "aws:lb/listenerRule:ListenerRule",
            (Pass, "one path", """{ "priority": 100, "conditions": [{ "pathPattern": { "values": ["/api/*"] } }] }"""),
            (Fail, "no number", """{ "priority": 50001 }"""),
            (Fail, "six query strings", """
            { "conditions": [{ "queryStrings": [
              { "key": "a", "value": "1" }, { "key": "b", "value": "2" }, { "key": "c", "value": "3" },
              { "key": "d", "value": "4" }, { "key": "e", "value": "5" }, { "value": "6" }
            ] }] }
            """),
            (Fail, "six values",
                """{ "conditions": [{ "pathPattern": { "values": ["/a", "/b", "/c"] } }, { "hostHeader": { "values": ["a", "b", "c"] } }] }"""),
            (Undetermined, "not known", """{ "priority": "<unknown>" }""")),
    ];

    private static SampleProgram LogBucket() => new SampleProgram().Add("aws:s3/bucket:Bucket", "logs", """{ "bucket": "shop-logs" }""")
        .Add(Balancer, "edge", """{ "loadBalancerType": "application", "accessLogs": { "enabled": true, "bucket": "<unknown:logs>" } }""");

    private static SampleProgram Encrypted(string algorithm) => LogBucket()
        .Add("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "encryption", $$"""
        { "bucket": "logs", "rules": [{ "applyServerSideEncryptionByDefault": { "sseAlgorithm": {{algorithm}} } }] }
        """);

    private static SampleProgram Certified(string region) => new SampleProgram()
        .Add(Certificate, "certificate", $$"""{ "domainName": "example.com", "region": "{{region}}" }""")
        .Add(Listener, "https", """{ "region": "eu-central-1", "certificateArn": "<unknown:certificate>" }""");

    private static string Sticky(string protocol, string stickiness) => $$"""{ "protocol": "{{protocol}}", "stickiness": { {{stickiness}} } }""";
}
