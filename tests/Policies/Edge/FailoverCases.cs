using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class FailoverCases
{
    private const string Record = "aws:route53/record:Record";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("dns-failover-pair", "two load balancers", Pair("<unknown:here>", "<unknown:there>")),
        Passes("dns-failover-pair", "two addresses", new SampleProgram()
            .Add(Record, "first", Side("PRIMARY", "\"records\": [\"192.0.2.1\"]")).Add(Record, "second", Side("SECONDARY", "\"records\": [\"192.0.2.2\"]"))),
        Fails("dns-failover-pair", "one side", Pair("<unknown:here>", "<unknown:there>").Without("second")),
        Fails("dns-failover-pair", "the other side alone", Pair("<unknown:here>", "<unknown:there>").Without("first")),
        Fails("dns-failover-pair", "the other side has another name",
            Pair("<unknown:here>", "<unknown:there>").Without("second").Add(Record, "second", Side("SECONDARY", Alias("<unknown:there>"), "api.shop.example"))),
        Fails("dns-failover-pair", "the same load balancer on both sides", Pair("<unknown:here>", "here.elb.amazonaws.com"), "aliases"),
        Fails("dns-failover-pair", "the check asks the other side", Pair("<unknown:here>", "<unknown:there>", ", \"healthCheckId\": \"<unknown:check>\"")
            .Add("aws:route53/healthCheck:HealthCheck", "check", """{ "type": "HTTPS", "fqdn": "there.elb.amazonaws.com" }"""), "healthCheckId"),
        IsOpen("dns-failover-pair", "which side it is is not known", Pair("<unknown:here>", "<unknown:there>").Without("second")
            .Add(Record, "second", Side("<unknown>", Alias("<unknown:there>")))),
        IsOpen("dns-failover-pair", "what the other side answers is not known", Pair("<unknown:here>", "<unknown>"), "aliases"),
    ];

    private static SampleProgram Pair(string first, string second, string more = "") => new SampleProgram()
        .Add(Balancer, "here", """{ "dnsName": "here.elb.amazonaws.com" }""").Add(Balancer, "there", """{ "dnsName": "there.elb.amazonaws.com" }""")
        .Add(Record, "first", Side("PRIMARY", Alias(first) + more)).Add(Record, "second", Side("SECONDARY", Alias(second)));

    private static string Alias(string target) => $$"""
        "aliases": [{ "name": "{{target}}", "zoneId": "Z1", "evaluateTargetHealth": true }]
        """;

    private static string Side(string side, string answer, string name = "www.shop.example") => $$"""
        { "zoneId": "outside", "name": "{{name}}", "type": "A", "setIdentifier": "{{side}}", "failoverRoutingPolicies": [{ "type": "{{side}}" }], {{answer}} }
        """;
}
