using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class NameCases
{
    private const string Record = "aws:route53/record:Record";
    private const string Zone = "aws:route53/zone:Zone";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("dns-failover-has-health-check", Record,
            (Pass, "checked", """{ "failoverRoutingPolicies": [{ "type": "PRIMARY" }], "healthCheckId": "<unknown>" }"""),
            (Pass, "the target is asked", """{ "failoverRoutingPolicies": [{ "type": "PRIMARY" }],"""
                + """ "aliases": [{ "name": "lb", "zoneId": "Z1", "evaluateTargetHealth": true }] }"""),
            (Pass, "the second choice", """{ "failoverRoutingPolicies": [{ "type": "SECONDARY" }] }"""), (Pass, "one answer", "{}"),
            (Fail, "not checked", """{ "failoverRoutingPolicies": [{ "type": "PRIMARY" }] }"""),
            (Undetermined, "not known", """{ "failoverRoutingPolicies": "<unknown>" }""")),
        .. Of("dns-failover-ttl", Record,
            (Pass, "a minute", """{ "failoverRoutingPolicies": [{ "type": "PRIMARY" }], "ttl": 60 }"""),
            (Pass, "an hour, of one answer", """{ "ttl": 3600 }"""),
            (Fail, "five minutes", """{ "weightedRoutingPolicies": [{ "weight": 1 }], "ttl": 300 }"""),
            (Undetermined, "not known", """{ "weightedRoutingPolicies": [{ "weight": 1 }], "ttl": "<unknown>" }""")),
        Passes("dnssec-signed", "signed", new SampleProgram().Add(Zone, "shop")
            .Add("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec", "signing", """{ "hostedZoneId": "<unknown:shop>" }""")),
        Passes("dnssec-signed", "private", new SampleProgram().Add(Zone, "inside", """{ "vpcs": [{ "vpcId": "main" }] }""")),
        Fails("dnssec-signed", "not signed", new SampleProgram().Add(Zone, "shop")),
        Fails("dnssec-signed", "public, by an empty list of networks", new SampleProgram().Add(Zone, "shop", """{ "vpcs": [] }""")),
        IsOpen("dnssec-signed", "one of two", new SampleProgram().Add(Zone, "shop").Add(Zone, "other")
            .Add("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec", "signing", """{ "hostedZoneId": "<unknown:shop:other>" }""")),
        Passes("dns-query-log", "logged", new SampleProgram().Add(Zone, "shop").Add("aws:route53/queryLog:QueryLog", "log", """{ "zoneId": "shop" }""")),
        Passes("dns-query-log", "private", new SampleProgram().Add(Zone, "inside", """{ "vpcs": [{ "vpcId": "<unknown>" }] }""")),
        IsOpen("dns-query-log", "whether it is private is not known", new SampleProgram().Add(Zone, "inside", """{ "vpcs": "<unknown>" }"""), "vpcs"),
        Fails("dns-query-log", "not logged", new SampleProgram().Add(Zone, "shop")),
        Fails("dns-query-log", "public, by an empty list of networks", new SampleProgram().Add(Zone, "shop", """{ "vpcs": [] }""")),
        IsOpen("dns-query-log", "one of two", new SampleProgram().Add(Zone, "shop").Add(Zone, "other")
            .Add("aws:route53/queryLog:QueryLog", "log", """{ "zoneId": "<unknown:shop:other>" }""")),
        .. Of("deploy-dns-record-kind", Record,
            (Pass, "an alias", """{ "aliases": [{ "name": "lb", "zoneId": "Z1", "evaluateTargetHealth": true }] }"""),
            (Pass, "a list", """{ "records": ["192.0.2.1"], "ttl": 60 }"""),
            (Fail, "an alias with a time", """{ "aliases": [{ "name": "lb", "zoneId": "Z1", "evaluateTargetHealth": true }], "ttl": 60 }"""),
            (Fail, "a list without", """{ "records": ["192.0.2.1"] }"""), (Fail, "neither", """{ "ttl": 60 }"""),
            (Undetermined, "not known", """{ "aliases": "<unknown>" }""")),
        .. Of("deploy-dns-set-identifier", Record,
            (Pass, "named", """{ "weightedRoutingPolicies": [{ "weight": 1 }], "setIdentifier": "a" }"""), (Pass, "one answer", "{}"),
            (Fail, "not named", """{ "latencyRoutingPolicies": [{ "region": "eu-central-1" }] }"""),
            (Fail, "two policies", """{ "weightedRoutingPolicies": [{ "weight": 1 }],"""
                + """ "latencyRoutingPolicies": [{ "region": "eu-central-1" }], "setIdentifier": "a" }"""),
            (Undetermined, "not known", """{ "weightedRoutingPolicies": "<unknown>" }""")),
        Passes("deploy-dns-geo-default", "a default", Places("DE", "*")),
        Fails("deploy-dns-geo-default", "none", Places("DE", "FR")),
        IsOpen("deploy-dns-geo-default", "not known", Places("DE", "<unknown>")),
        Passes("deploy-dns-geo-default", "a default, with a dot at its end", Somewhere("\"name\": \"WWW.shop.example.\"")),
        Fails("deploy-dns-geo-default", "a default of another type", Somewhere("\"type\": \"AAAA\"")),
        Fails("deploy-dns-geo-default", "a default in another zone", Somewhere("\"zoneId\": \"inside\"")),
        IsOpen("deploy-dns-geo-default", "a default of a name that is not known", Somewhere("\"name\": \"<unknown>\"")),
        IsOpen("deploy-dns-geo-default", "a default in a zone that is not known", Somewhere("\"zoneId\": \"<unknown>\"")),
        .. Of("deploy-dns-health-check", "aws:route53/healthCheck:HealthCheck",
            (Pass, "a page", """{ "type": "HTTPS", "fqdn": "<unknown>", "requestInterval": 30, "failureThreshold": 3 }"""),
            (Pass, "an alarm", """{ "type": "CLOUDWATCH_METRIC", "cloudwatchAlarmName": "down", "cloudwatchAlarmRegion": "eu-central-1" }"""),
            (Fail, "of nothing", """{ "type": "HTTPS" }"""), (Fail, "every minute", """{ "type": "TCP", "ipAddress": "192.0.2.1", "requestInterval": 60 }"""),
            (Fail, "no text", """{ "type": "HTTP_STR_MATCH", "fqdn": "shop.example.com" }"""),
            (Fail, "an alarm of nowhere", """{ "type": "CLOUDWATCH_METRIC", "cloudwatchAlarmName": "down" }"""),
            (Undetermined, "not known", """{ "type": "<unknown>" }""")),
    ];

    // What is given of the default replaces what the other record has.
    private static SampleProgram Somewhere(string of)
    {
        string[] usual = ["\"zoneId\": \"outside\"", "\"name\": \"www.shop.example\"", "\"type\": \"A\""];
        var given = usual.Select(each => each.Split(':')[0] == of.Split(':')[0] ? of : each);
        return new SampleProgram()
            .Add(Record, "germany", $$"""{ {{string.Join(", ", usual)}}, "geolocationRoutingPolicies": [{ "country": "DE" }] }""")
            .Add(Record, "elsewhere", $$"""{ {{string.Join(", ", given)}}, "geolocationRoutingPolicies": [{ "country": "*" }] }""");
    }

    private static SampleProgram Places(string first, string second) => new SampleProgram()
        .Add(Record, "first", $$"""{ "name": "shop.example.com", "type": "A", "geolocationRoutingPolicies": [{ "country": "{{first}}" }] }""")
        .Add(Record, "second", $$"""{ "name": "shop.example.com", "type": "A", "geolocationRoutingPolicies": [{ "country": "{{second}}" }] }""");
}
