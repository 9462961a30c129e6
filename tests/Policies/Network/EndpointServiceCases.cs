using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

internal static class EndpointServiceCases
{
    private const string Rule = "vpce-service-principals-named";
    private const string Partner = "arn:aws:iam::123456789012:root";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of(Rule, "aws:ec2/vpcEndpointService:VpcEndpointService",
            (Pass, "nobody but its owner", """{ "acceptanceRequired": true }"""),
            (Pass, "a partner", Service($"\"{Partner}\"")),
            (Fail, "everybody may ask", Service($"\"{Partner}\", \"*\"")),
            (Fail, "everybody is let in", """{ "acceptanceRequired": false, "allowedPrincipals": ["*"] }"""),
            (Fail, "any account, as an ARN", Service("\"arn:aws:iam::*:root\"")),
            (Undetermined, "one is not known", Service($"\"{Partner}\", \"<unknown>\"")),
            (Undetermined, "all are not known", """{ "acceptanceRequired": true, "allowedPrincipals": "<unknown>" }""")),
        .. Of(Rule, "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
            (Pass, "a partner, beside it", $$"""{ "vpcEndpointServiceId": "vpce-svc-1", "principalArn": "{{Partner}}" }"""),
            (Fail, "everybody, beside it", """{ "vpcEndpointServiceId": "vpce-svc-1", "principalArn": "*" }"""),
            (Undetermined, "not known, beside it", """{ "vpcEndpointServiceId": "vpce-svc-1", "principalArn": "<unknown>" }""")),
    ];

    private static string Service(string principals) => $$"""{ "acceptanceRequired": true, "allowedPrincipals": [{{principals}}] }""";
}
