using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Cloudflare;

internal static class OriginLockCases
{
    private const string Closed = "cf-origin-closed";
    private const string Pulls = "cf-authenticated-origin-pulls";
    private const string Zone = "cloudflare:index/zone:Zone";
    private const string Record = "cloudflare:index/dnsRecord:DnsRecord";
    private const string Setting = "cloudflare:index/zoneSetting:ZoneSetting";
    private const string Pool = "cloudflare:index/loadBalancerPool:LoadBalancerPool";
    private const string Front = "cloudflare:index/loadBalancer:LoadBalancer";
    private const string OfZone = "cloudflare:index/authenticatedOriginPullsSettings:AuthenticatedOriginPullsSettings";
    private const string OfHost = "cloudflare:index/authenticatedOriginPulls:AuthenticatedOriginPulls";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Closed, "Cloudflare's ranges",
            Proxied().Ingress("four", "lb", "173.245.48.0/20", "tcp", 443).Ingress("six", "lb", "2606:4700::/32", "tcp", 443)),
        Passes(Closed, "a part of one", Proxied().Ingress("four", "lb", "104.16.0.0/16", "tcp", 443)),
        Passes(Closed, "an office beside them",
            Proxied().Ingress("four", "lb", "173.245.48.0/20", "tcp", 443).Ingress("office", "lb", "198.51.100.0/24", "tcp", 443)),
        Passes(Closed, "from inside", Proxied().Ingress("inside", "lb", "10.0.0.0/8", "tcp", 443).Connect("web", "lb", 443)),
        Passes(Closed, "CloudFront beside it", Proxied().Ingress("cdn", "lb", "com.amazonaws.global.cloudfront.origin-facing", "tcp", 443)),
        Passes(Closed, "everyone who shows a certificate", Proxied().Add(Listener, "https", Https("verify")).Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Passes(Closed, "an internal balancer", Proxied(balancer: """, "internal": true""").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Passes(Closed, "not proxied", Proxied(proxied: "false").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Fails(Closed, "everyone", Proxied().Ingress("all", "lb", "0.0.0.0/0", "tcp", 443), "cidrIpv4"),
        Fails(Closed, "everyone over IPv6", Proxied().Ingress("all", "lb", "::/0", "tcp", 443), "cidrIpv6"),
        Fails(Closed, "Cloudflare and its neighbours", Proxied().Ingress("four", "lb", "104.0.0.0/8", "tcp", 443)),
        Fails(Closed, "a zone from elsewhere", Proxied().Without("shop").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Fails(Closed, "a listener that asks for nothing", Proxied().Add(Listener, "https", Https("off")).Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Fails(Closed, "by a pool", Pooled("edge.elb.amazonaws.com").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Fails(Closed, "by a pool and a record that is not proxied", Pooled("www.shop.example").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        Passes(Closed, "by a pool of names that are not proxied",
            Pooled("edge.elb.amazonaws.com", "false").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        IsOpen(Closed, "a list from elsewhere", Proxied().Ingress("list", "lb", "pl-0123456789abcdef0", "tcp", 443), "prefixListId"),
        IsOpen(Closed, "the source is not known", Proxied().Ingress("later", "lb", "<unknown>", "tcp", 443)),
        IsOpen(Closed, "whether it is proxied is not known", Proxied(proxied: "\"<unknown>\"").Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),
        IsOpen(Closed, "whether it asks for a certificate is not known",
            Proxied().Add(Listener, "https", Https("<unknown>")).Ingress("all", "lb", "0.0.0.0/0", "tcp", 443)),

        Passes(Pulls, "both", Proxied().Add(Listener, "https", Https("verify")).Add(OfZone, "pulls", """{ "zoneId": "shop", "enabled": true }""")),
        Passes(Pulls, "both, for a name", Proxied().Add(Listener, "https", Https("verify")).Add(OfHost, "pulls",
            """{ "zoneId": "shop", "configs": [{ "hostname": "www.shop.example", "certId": "c1", "enabled": true }] }""")),
        Passes(Pulls, "both, with the certificate of all of Cloudflare", Proxied().Add(Listener, "https", Https("passthrough"))
            .Add(Setting, "pulls", """{ "zoneId": "shop", "settingId": "tls_client_auth", "value": "on" }""")),
        Passes(Pulls, "neither", Proxied().Add(Listener, "https", Https("off"))),
        Passes(Pulls, "neither, said", Proxied().Add(Listener, "https", Https("off")).Add(OfZone, "pulls", """{ "zoneId": "shop", "enabled": false }""")),
        Passes(Pulls, "a zone from elsewhere", Proxied().Without("shop").Add(Listener, "https", Https("verify"))),
        Passes(Pulls, "a port that visitors of Cloudflare do not come by",
            Proxied().Add(Listener, "partners", Https("verify").Replace("443", "9443", StringComparison.Ordinal))),
        Fails(Pulls, "shown and not asked for",
            Proxied().Add(Listener, "https", Https("off")).Add(OfZone, "pulls", """{ "zoneId": "shop", "enabled": true }"""), "mutualAuthentication"),
        Fails(Pulls, "shown among all settings and not asked for", Proxied().Add(Listener, "https", Https("off"))
            .Add("cloudflare:index/zoneSettingsOverride:ZoneSettingsOverride", "all", """{ "zoneId": "shop", "settings": { "tlsClientAuth": "on" } }""")),
        Fails(Pulls, "asked for and not shown", Proxied().Add(Listener, "https", Https("verify"))),
        Fails(Pulls, "asked for and shown for another zone", Proxied().Add(Listener, "https", Https("verify"))
            .Add(Zone, "blog", """{ "name": "blog.example" }""").Add(OfZone, "pulls", """{ "zoneId": "blog", "enabled": true }""")),
        Fails(Pulls, "asked for behind a pool and not shown", Pooled("edge.elb.amazonaws.com").Add(Listener, "https", Https("verify"))),
        IsOpen(Pulls, "whether it is shown is not known",
            Proxied().Add(Listener, "https", Https("verify")).Add(OfZone, "pulls", """{ "zoneId": "shop", "enabled": "<unknown>" }""")),
        IsOpen(Pulls, "whether it is asked for is not known", Proxied().Add(Listener, "https", Https("<unknown>"))),
    ];

    private static SampleProgram Shop(string balancer = "") => SampleProgram.Platform().Without("lb-http").Without("lb-https")
        .Add(Zone, "shop", """{ "name": "shop.example" }""")
        .Add(Balancer, "edge", $$"""{ "securityGroups": ["lb"], "dnsName": "edge.elb.amazonaws.com"{{balancer}} }""");

    private static SampleProgram Proxied(string proxied = "true", string balancer = "") => Shop(balancer).Add(Record, "www",
        $$"""{ "zoneId": "shop", "name": "www", "type": "CNAME", "content": "edge.elb.amazonaws.com", "ttl": 1, "proxied": {{proxied}} }""");

    private static SampleProgram Pooled(string address, string proxied = "true") => Proxied("false")
        .Add(Pool, "eu", $$"""{ "name": "eu", "origins": [{ "name": "a", "address": "{{address}}" }] }""")
        .Add(Front, "shop-front", $$"""{ "zoneId": "shop", "name": "shop.example", "defaultPools": ["eu"], "fallbackPool": "eu", "proxied": {{proxied}} }""");

    private static string Https(string mode) =>
        $$"""{ "loadBalancerArn": "edge", "port": 443, "protocol": "HTTPS", "mutualAuthentication": { "mode": "{{mode}}" } }""";
}
