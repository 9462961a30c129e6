using Infra.Rpc.Messages;
using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class DeliveryCases
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Source = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
    private const string Delivery = "aws:cloudwatch/logDelivery:LogDelivery";
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string Association = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private const string Logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private const string Certificate = "aws:acm/certificate:Certificate";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("cdn-access-logs", Distribution,
            (Pass, "to a bucket", """{ "loggingConfig": { "bucket": "logs.s3.amazonaws.com" } }"""),
            (Pass, "to a bucket that is not known", """{ "loggingConfig": { "bucket": "<unknown>" } }"""),
            (Fail, "nowhere", "{}"), (Undetermined, "not known", """{ "loggingConfig": "<unknown>" }""")),
        Passes("cdn-access-logs", "by a delivery", Delivered("arn:edge", "ACCESS_LOGS")),
        Passes("cdn-access-logs", "by a delivery, as computed", Delivered("<unknown:edge>", "ACCESS_LOGS")),
        Fails("cdn-access-logs", "something else is delivered", Delivered("arn:edge", "CONNECTION_LOGS")),
        Fails("cdn-access-logs", "a source that nobody reads", Delivered("arn:edge", "ACCESS_LOGS").Without("delivery")),
        IsOpen("cdn-access-logs", "this or another", Delivered("<unknown:edge:other>", "ACCESS_LOGS")),
        .. Of("cdn-own-certificate-sni", Distribution,
            (Pass, "its own", """{ "viewerCertificate": { "acmCertificateArn": "<unknown>", "sslSupportMethod": "sni-only" } }"""),
            (Fail, "CloudFront's", """{ "viewerCertificate": { "cloudfrontDefaultCertificate": true } }"""),
            (Fail, "with addresses of its own", """{ "viewerCertificate": { "acmCertificateArn": "arn:certificate", "sslSupportMethod": "vip" } }"""),
            (Undetermined, "not known", """{ "viewerCertificate": "<unknown>" }""")),
        .. Of("cdn-origin-failover", Distribution,
            (Pass, "two", Pages("pair")),
            (Pass, "an application that is written to", Pages("app", """["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]""")),
            (Fail, "one", Pages("site")), (Undetermined, "not known", Pages("<unknown>"))),
        Passes("waf-acl-in-use", "before a load balancer", new SampleProgram().Add(Acl, "acl").Add(Association, "it", """{ "webAclArn": "<unknown:acl>" }""")),
        Passes("waf-acl-in-use", "before a distribution", new SampleProgram().Add(Acl, "acl", """{ "arn": "arn:acl" }""")
            .Add(Distribution, "it", """{ "webAclId": "arn:acl" }""")),
        Passes("waf-acl-in-use", "for another stack", new SampleProgram().Add(Acl, "acl", """{ "arn": "arn:acl" }""")
            .Add("pulumi:pulumi:Stack", "shop", """{ "filter": "arn:acl" }""")),
        Fails("waf-acl-in-use", "before nothing", new SampleProgram().Add(Acl, "acl", """{ "arn": "arn:acl" }""")
            .Add(Logging, "it", """{ "resourceArn": "arn:acl" }""")),
        IsOpen("waf-acl-in-use", "this or another", new SampleProgram().Add(Acl, "acl").Add(Acl, "other")
            .Add(Association, "it", """{ "webAclArn": "<unknown:acl:other>" }""")),
        .. Of("acm-no-wildcard", Certificate,
            (Pass, "names", """{ "domainName": "shop.example", "subjectAlternativeNames": ["www.shop.example"] }"""),
            (Fail, "all names", """{ "domainName": "*.shop.example" }"""),
            (Fail, "all names besides", """{ "domainName": "shop.example", "subjectAlternativeNames": ["*.shop.example"] }"""),
            (Undetermined, "not known", """{ "domainName": "shop.example", "subjectAlternativeNames": "<unknown>" }""")),
        Passes("acm-create-before-destroy", "in the usual order", new SampleProgram().Add(Certificate, "it")),
        Fails("acm-create-before-destroy", "the other way round", new SampleProgram()
            .Add(Certificate, "it", "{}", new AnalyzerResourceOptions { DeleteBeforeReplace = true, DeleteBeforeReplaceDefined = true })),
    ];

    private static SampleProgram Delivered(string of, string kind) => new SampleProgram()
        .Add(Distribution, "edge", """{ "arn": "arn:edge" }""").Add(Distribution, "other", """{ "loggingConfig": { "bucket": "logs" } }""")
        .Add(Source, "source", $$"""{ "name": "visits", "logType": "{{kind}}", "resourceArn": "{{of}}" }""")
        .Add(Delivery, "delivery", """{ "deliverySourceName": "<unknown:source>" }""");

    private static string Pages(string target, string methods = """["GET", "HEAD", "OPTIONS"]""") => $$"""
        {
            "defaultCacheBehavior": { "targetOriginId": "{{target}}", "allowedMethods": {{methods}} },
            "originGroups": [{ "originId": "pair", "members": [{ "originId": "site" }, { "originId": "copy" }] }]
        }
        """;
}
