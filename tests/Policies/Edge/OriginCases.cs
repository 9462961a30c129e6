using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class OriginCases
{
    private const string Rule = "cdn-origin-closed";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Record = "aws:route53/record:Record";
    private const string List = "com.amazonaws.global.cloudfront.origin-facing";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "CloudFront's list by its name", Closed.Ingress("edge", "lb", List, "tcp", 443)),
        Passes(Rule, "CloudFront's list over IPv6", Closed.Ingress("edge", "lb", "com.amazonaws.global.ipv6.cloudfront.origin-facing", "tcp", 443)),
        Passes(Rule, "CloudFront's list by the id that a firewall found", Closed.Ingress("edge", "lb", "pl-3b927c52", "tcp", 443)
            .Add("infra:network:Firewall", "firewall", """{ "cloudFrontPrefixListIds": ["pl-3b927c52"] }""")),
        Passes(Rule, "from inside", Closed.Ingress("inside", "lb", "10.0.0.0/16", "tcp", 443).Connect("web", "lb", 443)),
        Passes(Rule, "no distribution asks it", SampleProgram.Platform().Add(Balancer, "edge", """{ "securityGroups": ["lb"] }""")),
        Passes(Rule, "an internal balancer", Asked("edge.example.com", """, "internal": true""").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Passes(Rule, "a distribution of files", SampleProgram.Platform().Add(Balancer, "edge", """{ "securityGroups": ["lb"] }""")
            .Add(Distribution, "cdn", """{ "origins": [{ "originId": "files", "domainName": "files.s3.eu-central-1.amazonaws.com" }] }""")),
        Fails(Rule, "everyone", Closed.Ingress("all", "lb", "0.0.0.0/0", "tcp", 443), "cidrIpv4"),
        Fails(Rule, "everyone, over IPv6", Closed.Ingress("all", "lb", "::/0", "tcp", 443), "cidrIpv6"),
        Fails(Rule, "a partner beside CloudFront",
            Closed.Ingress("edge", "lb", List, "tcp", 443).Ingress("partner", "lb", "198.51.100.8/29", "tcp", 443), "cidrIpv4"),
        Fails(Rule, "another list of AWS", Closed.Ingress("edge", "lb", "com.amazonaws.eu-central-1.ec2-instance-connect", "tcp", 443), "prefixListId"),
        Fails(Rule, "a list that cannot be seen", Closed.Ingress("edge", "lb", "pl-0123456789abcdef0", "tcp", 443), "prefixListId"),
        Fails(Rule, "a list of the program's own that a firewall calls CloudFront's", Closed
            .Add("aws:ec2/managedPrefixList:ManagedPrefixList", "pl-1", """{ "entries": [{ "cidr": "198.51.100.0/24" }] }""")
            .Add("infra:network:Firewall", "firewall", """{ "cloudFrontPrefixListIds": ["pl-1"] }""")
            .Ingress("edge", "lb", "pl-1", "tcp", 443), "prefixListId"),
        Fails(Rule, "one of two answers", Closed.Ingress("edge", "lb", List, "tcp", 443).Group("far", "load-balancer")
            .Add(Balancer, "far-edge", """{ "securityGroups": ["far"], "dnsName": "far.elb.amazonaws.com" }""")
            .Add(Record, "far-api", Alias("far.elb.amazonaws.com"))
            .Ingress("all", "far", "0.0.0.0/0", "tcp", 443), "cidrIpv4"),
        Fails(Rule, "by the balancer's own name", Asked("edge.elb.amazonaws.com").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Fails(Rule, "by a CNAME", Asked("www.example.com").Add(Record, "www", """{ "name": "www.example.com.", "records": ["edge.elb.amazonaws.com"] }""")
            .Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        IsOpen(Rule, "the source is not known", Closed.Ingress("later", "lb", "<unknown>", "tcp", 443), "referencedSecurityGroupId"),
        IsOpen(Rule, "a list while CloudFront's is not known", Closed.Ingress("edge", "lb", "pl-3b927c52", "tcp", 443)
            .Add("infra:network:Firewall", "firewall", """{ "cloudFrontPrefixListIds": "<unknown>" }"""), "prefixListId"),
        IsOpen(Rule, "what the distribution asks is not known", Asked("<unknown>").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        IsOpen(Rule, "what the name leads to is not known",
            Asked("api.example.com").Add(Record, "api", Alias("<unknown>")).Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
    ];

    /// <summary>A distribution asks a balancer by the name of a record; nobody is let in.</summary>
    private static SampleProgram Closed => Asked("api.example.com").Add(Record, "api", Alias("edge.elb.amazonaws.com"));

    private static SampleProgram Asked(string host, string more = "") => SampleProgram.Platform().Without("lb-http").Without("lb-https")
        .Add(Balancer, "edge", $$"""{ "securityGroups": ["lb"], "dnsName": "edge.elb.amazonaws.com"{{more}} }""")
        .Add(Distribution, "cdn", $$"""{ "origins": [{ "originId": "api", "domainName": "{{host}}","""
            + """ "customOriginConfig": { "originProtocolPolicy": "https-only" } }] }""");

    private static string Alias(string target) =>
        $$"""{ "name": "api.example.com", "aliases": [{ "name": "{{target}}", "zoneId": "Z1", "evaluateTargetHealth": true }] }""";
}
