using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

internal static class NetworkShapeCases
{
    private const string Vpc = "aws:ec2/vpc:Vpc";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("no-default-vpc", "a network of its own", new SampleProgram().Add(Vpc, "main")),
        .. Of("no-default-vpc", "aws:ec2/defaultVpc:DefaultVpc", (Fail, "adopted", "{}")),
        .. Of("sg-rule-described", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            (Pass, "described", """{ "description": "Visitors" }"""),
            (Fail, "not described", "{}"),
            (Undetermined, "not known", """{ "description": "<unknown>" }""")),
        .. Of("sg-rule-described", "aws:ec2/securityGroupRule:SecurityGroupRule", (Fail, "an older rule", """{ "type": "ingress" }""")),
        Passes("vpc-gateway-endpoints", "both", Endpoints("com.amazonaws.eu-central-1.s3", "com.amazonaws.eu-central-1.dynamodb")),
        Fails("vpc-gateway-endpoints", "one", Endpoints("com.amazonaws.eu-central-1.s3", "com.amazonaws.eu-central-1.ssm")),
        Fails("vpc-gateway-endpoints", "none", new SampleProgram().Add(Vpc, "main")),
        IsOpen("vpc-gateway-endpoints", "which is not known", Endpoints("com.amazonaws.eu-central-1.s3", "<unknown>"), "serviceName"),
        Passes("vpc-cidr-disjoint", "side by side", Networks("10.40.0.0/16", "10.41.0.0/16")),
        Fails("vpc-cidr-disjoint", "one in the other", Networks("10.40.0.0/16", "10.40.128.0/20"), "cidrBlock"),
        IsOpen("vpc-cidr-disjoint", "not known", Networks("10.40.0.0/16", "<unknown>"), "cidrBlock"),
    ];

    private static SampleProgram Endpoints(string first, string second) => new SampleProgram().Add(Vpc, "main")
        .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "first", $$"""{ "vpcId": "main", "serviceName": "{{first}}", "vpcEndpointType": "Gateway" }""")
        .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "second", $$"""{ "vpcId": "<unknown:main>", "serviceName": "{{second}}" }""");

    private static SampleProgram Networks(string first, string second) => new SampleProgram()
        .Add(Vpc, "first", $$"""{ "cidrBlock": "{{first}}" }""").Add(Vpc, "second", $$"""{ "cidrBlock": "{{second}}" }""");
}
