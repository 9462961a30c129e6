using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Cloudflare;

internal static class ProxyCases
{
    private const string Rule = "cf-web-record-proxied";
    private const string Zone = "cloudflare:index/zone:Zone";
    private const string Record = "cloudflare:index/dnsRecord:DnsRecord";
    private const string Pool = "cloudflare:index/loadBalancerPool:LoadBalancerPool";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Filter = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private const string Host = "edge.eu-central-1.elb.amazonaws.com";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "proxied", Shop(""", "proxied": true""")),
        Passes(Rule, "a balancer from elsewhere", Shop("").Without("edge")),
        Passes(Rule, "the proof of a certificate", new SampleProgram().Add(Balancer, "edge", $$"""{ "dnsName": "{{Host}}" }""").Add(Record, "proof",
            """{ "zoneId": "z1", "name": "_acme-challenge", "type": "CNAME", "content": "_0123.acm-validations.aws", "ttl": 60, "proxied": false }""")),
        Passes(Rule, "a text", Shop("", type: "TXT")),
        Passes(Rule, "an internal balancer", Shop("", """, "internal": true""")),
        Passes(Rule, "a balancer of connections", Shop("", """, "loadBalancerType": "network" """)),
        Passes(Rule, "an origin of Cloudflare's own balancing",
            Shop("").Add(Pool, "eu", """{ "name": "eu", "origins": [{ "name": "a", "address": "www.shop.example" }] }""")),
        Passes(Rule, "an origin of a distribution", Shop("").Add("aws:cloudfront/distribution:Distribution", "cdn",
            """{ "origins": [{ "originId": "web", "domainName": "www.shop.example" }] }""")),
        Passes(Rule, "behind a proxied name", Shop("").Add(Record, "front",
            """{ "zoneId": "shop", "name": "@", "type": "CNAME", "content": "www.shop.example", "ttl": 1, "proxied": true }""")),
        Passes(Rule, "DNS alone, with a filter of AWS", Shop("").Add(Filter, "filter", """{ "resourceArn": "edge", "webAclArn": "acl" }""")),
        Passes(Rule, "the former resource", Shop(""", "proxied": true""", resource: "cloudflare:index/record:Record")),
        Fails(Rule, "not proxied", Shop(""", "proxied": false"""), "proxied"),
        Fails(Rule, "by default", Shop("")),
        Fails(Rule, "in a zone from elsewhere", Shop("").Without("shop")),
        Fails(Rule, "the former resource is not", Shop("", resource: "cloudflare:index/record:Record")),
        Fails(Rule, "a filter of AWS, while another name is proxied", Shop("").Add(Filter, "filter", """{ "resourceArn": "edge", "webAclArn": "acl" }""")
            .Add(Record, "blog", """{ "zoneId": "shop", "name": "blog", "type": "A", "content": "192.0.2.1", "ttl": 1, "proxied": true }""")),
        Fails(Rule, "an origin of another name",
            Shop("").Add(Pool, "eu", """{ "name": "eu", "origins": [{ "name": "a", "address": "api.shop.example" }] }""")),
        Fails(Rule, "proxied in a zone that is paused", Shop(""", "proxied": true""", zone: """, "paused": true"""), "paused"),
        IsOpen(Rule, "not known", Shop(""", "proxied": "<unknown>" """), "proxied"),
        IsOpen(Rule, "one of two answers", Shop("").Without("www").Add(Balancer, "far", """{ "dnsName": "far.eu-west-1.elb.amazonaws.com" }""")
            .Add(Record, "www", """{ "zoneId": "shop", "name": "www", "type": "CNAME", "content": "<unknown:edge:far>", "ttl": 1 }"""), "content"),
        IsOpen(Rule, "an origin that is not known",
            Shop("").Add(Pool, "eu", """{ "name": "eu", "origins": [{ "name": "a", "address": "<unknown:www>" }] }""")),
        IsOpen(Rule, "perhaps an origin, in a zone from elsewhere", Shop("").Without("shop")
            .Add(Pool, "eu", """{ "name": "eu", "origins": [{ "name": "a", "address": "www.shop.example" }] }""")),
        IsOpen(Rule, "a filter that may be another balancer's", Shop("").Add(Balancer, "far", """{ "dnsName": "far.eu-west-1.elb.amazonaws.com" }""")
            .Add(Filter, "filter", """{ "resourceArn": "<unknown:edge:far>", "webAclArn": "acl" }""")),
        IsOpen(Rule, "whether the balancer is internal is not known", Shop("", """, "internal": "<unknown>" """)),
    ];

    private static SampleProgram Shop(string record, string balancer = "", string type = "CNAME", string resource = Record, string zone = "") =>
        new SampleProgram().Add(Zone, "shop", $$"""{ "name": "shop.example"{{zone}} }""")
            .Add(Balancer, "edge", $$"""{ "dnsName": "{{Host}}"{{balancer}} }""")
            .Add(resource, "www", $$"""{ "zoneId": "shop", "name": "www", "type": "{{type}}", "content": "{{Host}}", "ttl": 1{{record}} }""");
}
