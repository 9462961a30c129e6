using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

internal static class UnreadOpeningCases
{
    private const string Rule = "sg-matrix-reads-it";
    private const string Stack = "aws:cloudformation/stack:Stack";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "written where it is read", SampleProgram.Platform()),
        .. Of(Rule, "aws-native:ec2:SecurityGroup", (Fail, "a group of the other provider", """{ "groupDescription": "web" }""")),
        .. Of(Rule, "aws-native:ec2:SecurityGroupIngress", (Fail, "a way in of the other provider", """{ "cidrIp": "0.0.0.0/0", "ipProtocol": "tcp" }""")),
        .. Of(Rule, "aws-native:ec2:SecurityGroupEgress", (Fail, "a way out of the other provider", """{ "cidrIp": "0.0.0.0/0", "ipProtocol": "tcp" }""")),
        .. Of(Rule, "aws:cloudcontrol/resource:Resource",
            (Pass, "a bucket by the name of its type", """{ "typeName": "AWS::S3::Bucket", "desiredState": "{}" }"""),
            (Fail, "a way in by the name of its type", """{ "typeName": "AWS::EC2::SecurityGroupIngress", "desiredState": "<unknown>" }"""),
            (Undetermined, "a stack by the name of its type", """{ "typeName": "AWS::CloudFormation::Stack", "desiredState": "{}" }"""),
            (Undetermined, "the type is not known", """{ "typeName": "<unknown>", "desiredState": "{}" }""")),
        .. Of(Rule, "aws-native:index:ExtensionResource",
            (Fail, "a group by the name of its type", """{ "type": "AWS::EC2::SecurityGroup", "properties": {} }""")),
        .. Of(Rule, Stack,
            (Pass, "a topic", Template("AWS::SNS::Topic")),
            (Pass, "a group of somebody else's as a parameter", Template("AWS::EC2::SecurityGroup::Id")),
            (Fail, "a group", Template("AWS::EC2::SecurityGroup")),
            (Fail, "a way in", Template("AWS::EC2::SecurityGroupIngress")),
            (Undetermined, "a stack within it", Template("AWS::CloudFormation::Stack")),
            (Undetermined, "a template elsewhere", """{ "templateUrl": "https://example.com/network.yaml" }"""),
            (Undetermined, "not known", """{ "templateBody": "<unknown>" }""")),
        .. Of(Rule, "aws:cloudformation/stackSet:StackSet",
            (Fail, "a group in each account", Template("AWS::EC2::SecurityGroup")),
            (Undetermined, "a template elsewhere, in each account", """{ "templateUrl": "<unknown>" }""")),
        .. Of(Rule, "aws-native:cloudformation:Stack",
            (Undetermined, "a template elsewhere, of the other provider", """{ "templateURL": "https://example.com/network.yaml" }"""),
            (Undetermined, "a template that is no text", """{ "templateBody": { "Resources": { "It": { "Type": "AWS::EC2::SecurityGroup" } } } }""")),
    ];

    private static string Template(string type) => $$"""{ "templateBody": "Resources:\n  It:\n    Type: {{type}}" }""";
}
