using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class EdgeCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string Logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Certificate = "aws:acm/certificate:Certificate";
    private const string Rate = """{ "name": "rate", "priority": 9, "action": { "block": {} }, "statement": { "rateBasedStatement": { "limit": 1000 } } }""";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("waf-on-internet-lb", "filtered", Filtered("{}")),
        Passes("waf-on-internet-lb", "inside", new SampleProgram().Add(Balancer, "inside", """{ "internal": true }""")),
        Passes("waf-on-internet-lb", "no web", new SampleProgram().Add(Balancer, "tcp", """{ "loadBalancerType": "network" }""")),
        Fails("waf-on-internet-lb", "open", new SampleProgram().Add(Balancer, "edge")),
        IsOpen("waf-on-internet-lb", "whether it is open is not known",
            new SampleProgram().Add(Balancer, "edge", """{ "internal": "<unknown>" }"""), "internal"),
        Passes("waf-logging", "logged", new SampleProgram().Add(Acl, "acl").Add(Logging, "logging", """{ "resourceArn": "<unknown:acl>" }""")),
        Fails("waf-logging", "not logged", new SampleProgram().Add(Acl, "acl")),
        IsOpen("waf-logging", "one of two",
            new SampleProgram().Add(Acl, "acl").Add(Acl, "other").Add(Logging, "logging", """{ "resourceArn": "<unknown:acl:other>" }""")),
        .. Of("cdn-https-only", Distribution,
            (Pass, "everywhere", Edge()), (Pass, "CloudFront's own certificate", Edge(certificate: """{ "cloudfrontDefaultCertificate": true }""")),
            (Fail, "plain viewers", Edge(viewer: "allow-all")), (Fail, "TLS 1.0", Edge(certificate: """{ "minimumProtocolVersion": "TLSv1" }""")),
            (Fail, "a plain origin", Edge(origin: "http-only")), (Undetermined, "not known", Edge(viewer: "<unknown>"))),
        .. Of("cdn-origin-access-control", Distribution,
            (Pass, "signed", """{ "origins": [{ "originId": "files", "originAccessControlId": "<unknown>" }] }"""), (Pass, "an application", Edge()),
            (Fail, "open", """{ "origins": [{ "originId": "files" }] }"""), (Undetermined, "not known", """{ "origins": "<unknown>" }""")),
        .. Of("cdn-waf", Distribution,
            (Pass, "filtered", """{ "webAclId": "arn:acl" }"""), (Fail, "not filtered", "{}"), (Undetermined, "not known", """{ "webAclId": "<unknown>" }""")),
        .. Of("cdn-default-root-object", Distribution,
            (Pass, "a page", """{ "defaultRootObject": "index.html", "origins": [{ "originId": "files" }] }"""), (Pass, "an application", Edge()),
            (Fail, "none", """{ "origins": [{ "originId": "files" }] }"""),
            (Undetermined, "not known", """{ "defaultRootObject": "<unknown>", "origins": [{ "originId": "files" }] }""")),
        .. Of("cdn-security-headers", Distribution,
            (Pass, "a policy", """{ "defaultCacheBehavior": { "responseHeadersPolicyId": "hsts" } }"""), (Fail, "none", "{}"),
            (Fail, "none in one behavior of two", """{ "defaultCacheBehavior": { "responseHeadersPolicyId": "hsts" },"""
                + """ "orderedCacheBehaviors": [{ "pathPattern": "/api/*" }] }"""),
            (Undetermined, "not known", """{ "defaultCacheBehavior": { "responseHeadersPolicyId": "<unknown>" } }""")),
        .. Of("acm-dns-validated", Certificate,
            (Pass, "by DNS", """{ "validationMethod": "DNS" }"""), (Pass, "imported", """{ "certificateBody": "-----" }"""),
            (Fail, "by mail", """{ "validationMethod": "EMAIL" }"""),
            (Undetermined, "not known", """{ "validationMethod": "<unknown>" }""")),
        .. Of("acm-key-strength", Certificate,
            (Pass, "by default", "{}"), (Fail, "1024 bits", """{ "keyAlgorithm": "RSA_1024" }"""),
            (Undetermined, "not known", """{ "keyAlgorithm": "<unknown>" }""")),
        .. Of("deploy-cdn-target-origin", Distribution,
            (Pass, "its only one", Edge()), (Fail, "another", Edge(target: "other")),
            (Fail, "a group of one", Edge(target: "pair", group: Pair("app"))), (Pass, "a group of two", Edge(target: "pair", group: Pair("app", "app"))),
            (Undetermined, "not known", Edge(target: "<unknown>"))),
        .. Of("deploy-cdn-origin-group-methods", Distribution,
            (Pass, "reading", Edge(target: "pair", group: Pair("app", "app"), methods: """["GET", "HEAD"]""")),
            (Pass, "writing to one", Edge(group: Pair("app", "app"), methods: """["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]""")),
            (Fail, "writing to two", Edge(
                target: "pair", group: Pair("app", "app"), methods: """["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]""")),
            (Undetermined, "not known", Edge(target: "pair", group: Pair("app", "app"), methods: "\"<unknown>\""))),
        .. Of("deploy-cdn-certificate", Distribution,
            (Pass, "of Virginia", Edge(certificate: Own("us-east-1"))), (Fail, "of Frankfurt", Edge(certificate: Own("eu-central-1"))),
            (Fail, "not said how it is served", """{ "viewerCertificate": { "acmCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1" } }"""),
            (Undetermined, "not known", """{ "viewerCertificate": { "acmCertificateArn": "<unknown>", "sslSupportMethod": "sni-only","""
                + """ "minimumProtocolVersion": "TLSv1.2_2021" } }""")),
        .. Of("deploy-waf-actions", Acl,
            (Pass, "each its own", Rules(Group("AWSManagedRulesCommonRuleSet"), Rate)),
            (Fail, "a group with an action", Rules(Group("AWSManagedRulesCommonRuleSet", "action"))),
            (Fail, "two of one priority", Rules(Rate, Rate)), (Undetermined, "not known", """{ "rules": ["<unknown>"] }""")),
        Passes("deploy-waf-log-name", "the prefix", LoggedTo("aws-waf-logs-edge")),
        Passes("deploy-waf-log-name", "not of a filter", new SampleProgram().Add("aws:cloudwatch/logGroup:LogGroup", "logs", """{ "name": "web" }""")),
        Passes("deploy-waf-log-name", "a name that the provider makes of one with it", LoggedTo("aws-waf-logs-edge", isComputed: true)),
        Fails("deploy-waf-log-name", "another name", LoggedTo("edge"), "name"),
        IsOpen("deploy-waf-log-name", "not known", LoggedTo("<unknown>"), "name"),
    ];

    private static SampleProgram Filtered(string balancer) => new SampleProgram().Add(Balancer, "edge", balancer).Add(Acl, "acl")
        .Add("aws:wafv2/webAclAssociation:WebAclAssociation", "association", """{ "resourceArn": "<unknown:edge>", "webAclArn": "<unknown:acl>" }""");

    private static SampleProgram LoggedTo(string name, bool isComputed = false) => new SampleProgram()
        .Add("aws:cloudwatch/logGroup:LogGroup", "logs",
            $$"""{ "name": {{(isComputed ? $$"""{ "<computed>": "{{name}}" }""" : $"\"{name}\"")}}, "retentionInDays": 30, "arn": "arn:logs" }""")
        .Add(Logging, "logging", """{ "logDestinationConfigs": ["arn:logs"] }""");

    private static string Rules(params string[] rules) => $$"""{ "rules": [{{string.Join(", ", rules)}}] }""";

    private static string Group(string name, string action = "overrideAction") => $$"""
        {
            "name": "{{name}}", "priority": {{name.Length}}, "{{action}}": { "{{(action == "action" ? "block" : "none")}}": {} },
            "statement": { "managedRuleGroupStatement": { "name": "{{name}}", "vendorName": "AWS" } }
        }
        """;

    private static string Own(string region) =>
        $$"""{ "acmCertificateArn": "arn:aws:acm:{{region}}:123456789012:certificate/1", "sslSupportMethod": "sni-only","""
        + """ "minimumProtocolVersion": "TLSv1.2_2021" }""";

    private static string Pair(params string[] members) =>
        $$""", "originGroups": [{ "originId": "pair", "members": [{{string.Join(", ", members.Select(member => $"{{ \"originId\": \"{member}\" }}"))}}] }]""";

    private static string Edge(
        string viewer = "redirect-to-https", string origin = "https-only", string target = "app", string group = "", string methods = """["GET", "HEAD"]""",
        string certificate = """{ "minimumProtocolVersion": "TLSv1.2_2021" }""") => $$"""
        {
            "origins": [{ "originId": "app", "domainName": "app.example.com", "customOriginConfig": { "originProtocolPolicy": "{{origin}}" } }],
            "defaultCacheBehavior": { "targetOriginId": "{{target}}", "viewerProtocolPolicy": "{{viewer}}", "allowedMethods": {{methods}} },
            "viewerCertificate": {{certificate}}{{group}}
        }
        """;
}
