using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.LoadBalancing;

internal static class LoadBalancingCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Twin = "aws:alb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("lb-tls-policy-modern", Listener,
            (Pass, "TLS 1.3 and 1.2", """{ "protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06" }"""),
            (Pass, "plain HTTP has no TLS policy", """{ "protocol": "HTTP" }"""),
            (Fail, "TLS 1.0", """{ "protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-TLS13-1-0-2021-06" }"""),
            (Fail, "the default policy of 2016", """{ "protocol": "HTTPS" }"""),
            (Undetermined, "a policy from elsewhere", """{ "protocol": "HTTPS", "sslPolicy": "<unknown>" }""")),
        .. Of("lb-access-logs", Balancer,
            (Pass, "logs go to a bucket", """{ "accessLogs": { "enabled": true, "bucket": "logs" } }"""),
            (Pass, "logs go to a bucket that is made with it", """{ "accessLogs": { "enabled": true, "bucket": "<unknown>" } }"""),
            (Pass, "a gateway load balancer has no access log", """{ "loadBalancerType": "gateway" }"""),
            (Fail, "nothing is logged", "{}"),
            (Fail, "logging is off", """{ "accessLogs": { "enabled": false, "bucket": "logs" } }"""),
            (Undetermined, "whether it logs is not known", """{ "accessLogs": { "enabled": "<unknown>", "bucket": "logs" } }""")),
        .. Of("lb-deletion-protection", Balancer,
            (Pass, "protected", """{ "enableDeletionProtection": true }"""),
            (Fail, "not protected", "{}"),
            (Undetermined, "not known", """{ "enableDeletionProtection": "<unknown>" }""")),
        .. Of("lb-deletion-protection", Twin, (Fail, "the older token of the same type", "{}")),
        .. Of("lb-header-hardening", Balancer,
            (Pass, "invalid headers are dropped", """{ "dropInvalidHeaderFields": true }"""),
            (Pass, "a network load balancer reads no headers", """{ "loadBalancerType": "network" }"""),
            (Fail, "invalid headers pass", "{}"),
            (Fail, "desync is only monitored", """{ "dropInvalidHeaderFields": true, "desyncMitigationMode": "monitor" }"""),
            (Undetermined, "the mode is not known", """{ "dropInvalidHeaderFields": true, "desyncMitigationMode": "<unknown>" }""")),
        .. Of("nlb-privatelink-inbound-rules", Balancer,
            (Pass, "on by default", """{ "loadBalancerType": "network" }"""),
            (Pass, "on", """{ "loadBalancerType": "network", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "on" }"""),
            (Pass, "only network load balancers have it", """{ "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "off" }"""),
            (Fail, "off", """{ "loadBalancerType": "network", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "off" }"""),
            (Undetermined, "not known", """{ "loadBalancerType": "network", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "<unknown>" }""")),
        .. Of("nlb-privatelink-inbound-rules", Twin,
            (Fail, "off, by the older token", """{ "loadBalancerType": "network", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "off" }""")),
        .. Of("target-group-health-check", TargetGroup,
            (Pass, "a page of its own, looked at often", Target("/healthz", 15)),
            (Pass, "a function needs none", """{ "targetType": "lambda" }"""),
            (Pass, "TCP has no page", """{ "protocol": "TCP", "healthCheck": { "unhealthyThreshold": 2 } }"""),
            (Fail, "no health check", """{ "protocol": "HTTP" }"""),
            (Pass, "a page of its own, and AWS's defaults", """{ "protocol": "HTTP", "healthCheck": { "path": "/healthz" } }"""),
            (Fail, "one failure is enough", """{ "protocol": "HTTP", "healthCheck": { "path": "/healthz", "unhealthyThreshold": 1 } }"""),
            (Fail, "once a minute", Target("/healthz", 60)),
            (Fail, "no page", """{ "protocol": "HTTP", "healthCheck": { "matcher": "200", "unhealthyThreshold": 2 } }"""),
            (Undetermined, "the page is not known", Target("<unknown>", 15))),
        .. Zones,
    ];

    private static IEnumerable<RuleCase> Zones =>
    [
        Passes("lb-multi-az", "two zones", InZones("a", "b")),
        Fails("lb-multi-az", "two subnets of one zone", InZones("a", "a"), "subnets"),
        Fails("lb-multi-az", "no subnet", new SampleProgram().Add(Balancer, "lb")),
        IsOpen("lb-multi-az", "a zone is not known", InZones("a", "<unknown>"), "subnets"),
        IsOpen("lb-multi-az", "the subnets are not of this program", new SampleProgram().Add(Balancer, "lb", """{ "subnets": ["subnet-1", "subnet-2"] }""")),
        Passes("lb-multi-az", "subnets known by what they were computed from", InZones("a", "b", "<unknown:first>", "<unknown:second>", asMappings: true)),
    ];

    private static string Target(string path, int interval) => $$"""
        { "protocol": "HTTP", "healthCheck": { "path": "{{path}}", "matcher": "200", "interval": {{interval}}, "unhealthyThreshold": 2 } }
        """;

    private static SampleProgram InZones(string first, string second, string firstId = "first", string secondId = "second", bool asMappings = false) =>
        new SampleProgram()
            .Add("aws:ec2/subnet:Subnet", "first", $$"""{ "availabilityZone": "{{first}}" }""")
            .Add("aws:ec2/subnet:Subnet", "second", $$"""{ "availabilityZone": "{{second}}" }""")
            .Add(Balancer, "lb", asMappings
                ? $$"""{ "subnetMappings": [{ "subnetId": "{{firstId}}" }, { "subnetId": "{{secondId}}" }] }"""
                : $$"""{ "subnets": ["{{firstId}}", "{{secondId}}"] }""");
}
