using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class FrontFactCases
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string Association = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-cdn-methods", Distribution,
            (Pass, "reading", Behavior("\"allowedMethods\": [\"GET\", \"HEAD\", \"OPTIONS\"]")),
            (Fail, "posting alone", Behavior("\"allowedMethods\": [\"GET\", \"HEAD\", \"POST\"]")),
            (Fail, "of a path", """{ "orderedCacheBehaviors": [{ "pathPattern": "/api/*", "allowedMethods": ["POST"] }] }"""),
            (Undetermined, "not known", Behavior("\"allowedMethods\": \"<unknown>\""))),
        .. Of("deploy-cdn-cache-once", Distribution,
            (Pass, "a policy", Behavior("\"cachePolicyId\": \"<unknown>\"")),
            (Fail, "both", Behavior("\"cachePolicyId\": \"policy\", \"forwardedValues\": { \"queryString\": true }")),
            (Undetermined, "not known", Behavior("\"cachePolicyId\": \"<unknown>\", \"forwardedValues\": { \"queryString\": true }"))),
        .. Of("deploy-cdn-limits", Distribution,
            (Pass, "in order", Behavior("\"minTtl\": 0, \"defaultTtl\": 60, \"maxTtl\": 3600")),
            (Fail, "upside down", Behavior("\"minTtl\": 60, \"maxTtl\": 10")),
            (Fail, "129 characters", $$"""{ "comment": "{{new string('x', 129)}}" }"""),
            (Undetermined, "not known", Behavior("\"minTtl\": \"<unknown>\", \"maxTtl\": 10"))),
        Passes("deploy-cdn-web-acl", "of all regions", Filtered("CLOUDFRONT")), Fails("deploy-cdn-web-acl", "of one", Filtered("REGIONAL"), "scope"),
        IsOpen("deploy-cdn-web-acl", "not known", Filtered("<unknown>"), "scope"),
        .. Of("deploy-cdn-web-acl", Distribution, (Pass, "by its ARN", """{ "webAclId": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1" }"""),
            (Fail, "by an old id", """{ "webAclId": "473e64fd" }""")),
        Passes("deploy-cdn-alias-once", "two names", Aliases("www.example.com")),
        Fails("deploy-cdn-alias-once", "one name", Aliases("example.com"), "aliases[0]"),
        IsOpen("deploy-cdn-alias-once", "not known", Aliases("<unknown>"), "aliases"),
        .. Of("deploy-cdn-bucket-domain", Distribution,
            (Pass, "a bucket", Signed("site.s3.eu-central-1.amazonaws.com")), (Fail, "its website", Signed("site.s3-website.eu-central-1.amazonaws.com")),
            (Undetermined, "not known", Signed("<unknown>"))),
        .. Of("deploy-cdn-access-name", "aws:cloudfront/originAccessControl:OriginAccessControl",
            (Pass, "short", """{ "name": "site" }"""), (Fail, "65 characters", $$"""{ "name": "{{new string('x', 65)}}" }"""),
            (Undetermined, "not known", """{ "name": "<unknown>" }""")),
        .. Of("deploy-waf-region", Acl,
            (Pass, "Virginia", """{ "scope": "CLOUDFRONT", "region": "us-east-1" }"""),
            (Pass, "of a region", """{ "scope": "REGIONAL", "region": "eu-central-1" }"""),
            (Fail, "Frankfurt", """{ "scope": "CLOUDFRONT", "region": "eu-central-1" }"""),
            (Fail, "Frankfurt, as the provider says", """{ "scope": "CLOUDFRONT", "region": { "<computed>": "eu-central-1" } }"""),
            (Undetermined, "not known", """{ "scope": "<unknown>", "region": "eu-central-1" }""")),
        .. Of("deploy-waf-region", "aws:wafv2/ipSet:IpSet", (Fail, "a list in Frankfurt", """{ "scope": "CLOUDFRONT", "region": "eu-central-1" }""")),
        Passes("deploy-waf-association", "an application load balancer", Before("application")),
        Fails("deploy-waf-association", "a network load balancer", Before("network"), "resourceArn"),
        Fails("deploy-waf-association", "two", Before("application").Add(Association, "second", """{ "resourceArn": "<unknown:edge>" }"""), "resourceArn"),
        IsOpen("deploy-waf-association", "not known", Before("<unknown>")),
        .. Of("deploy-waf-association", Association, (Fail, "a distribution", """{ "resourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" }""")),
        .. Of("deploy-waf-metric", Acl,
            (Pass, "a word", Metric("shop-core")), (Fail, "a space", Metric("shop core")), (Fail, "AWS's own", Metric("All")),
            (Undetermined, "not known", Metric("<unknown>"))),
        .. Of("deploy-waf-rate", Acl, (Pass, "five minutes", Rate("300")), (Fail, "an hour", Rate("3600")), (Undetermined, "not known", Rate("\"<unknown>\""))),
        .. Of("deploy-waf-log-once", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
            (Pass, "one", """{ "logDestinationConfigs": ["<unknown>"] }"""), (Fail, "two", """{ "logDestinationConfigs": ["arn:a", "arn:b"] }"""),
            (Undetermined, "not known", """{ "logDestinationConfigs": "<unknown>" }""")),
    ];

    private static string Behavior(string behavior) => $$"""{ "defaultCacheBehavior": { "targetOriginId": "site", {{behavior}} } }""";

    private static SampleProgram Filtered(string scope) => new SampleProgram().Add(Acl, "filter", $$"""{ "scope": "{{scope}}" }""")
        .Add(Distribution, "cdn", """{ "webAclId": "<unknown:filter>" }""");

    private static SampleProgram Aliases(string second) => new SampleProgram()
        .Add(Distribution, "a", """{ "aliases": ["example.com"] }""").Add(Distribution, "b", $$"""{ "aliases": ["{{second}}"] }""");

    private static string Signed(string domain) =>
        $$"""{ "origins": [{ "originId": "site", "domainName": "{{domain}}", "originAccessControlId": "<unknown>" }] }""";

    private static SampleProgram Before(string type) => new SampleProgram().Add(Balancer, "edge", $$"""{ "loadBalancerType": "{{type}}" }""")
        .Add(Association, "first", """{ "resourceArn": "<unknown:edge>" }""");

    private static string Metric(string name) => $$"""{ "rules": [{ "name": "core", "priority": 1, "visibilityConfig": { "metricName": "{{name}}" } }] }""";

    private static string Rate(string seconds) =>
        """{ "rules": [{ "name": "rate", "priority": 1,"""
        + $$""" "statement": { "rateBasedStatement": { "evaluationWindowSec": {{seconds}} } } }] }""";
}
