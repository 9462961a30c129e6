using Infra.Tests.Policies.Network;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.LoadBalancing;

internal static class ForwardCases
{
    private const string Rule = "lb-targets-in-matrix";
    private const string Listener = "aws:lb/listener:Listener";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Attachment = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
    private const string Forward = """{ "loadBalancerArn": "edge", "port": 443, "protocol": "HTTPS","""
        + """ "defaultActions": [{ "type": "forward", "targetGroupArn": "targets" }] }""";

    private static SampleProgram Listening =>
        RoutingCases.Placed.Add(TargetGroup, "targets", """{ "port": 80, "protocol": "HTTP" }""").Add(Listener, "https", Forward);

    private static SampleProgram Database => Listening.Without("targets").Add(TargetGroup, "targets", """{ "port": 3306, "protocol": "TCP" }""")
        .Add("aws:ec2/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["db"] }""");

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "the clones on their port", Clones("targets")),
        Passes(Rule, "no listener forwards there", Clones("targets").Without("https")),
        Fails(Rule, "the clones on another port",
            Clones("targets").Without("targets").Add(TargetGroup, "targets", """{ "port": 22, "protocol": "TCP" }"""), "port"),
        Fails(Rule, "a database", Database.Add(Attachment, "there", """{ "targetGroupArn": "targets", "targetId": "orders" }""")),
        Fails(Rule, "a clone on a port of its own", Listening.Add("aws:ec2/instance:Instance", "clone", """{ "vpcSecurityGroupIds": ["web"] }""")
            .Add(Attachment, "there", """{ "targetGroupArn": "targets", "targetId": "clone", "port": 22 }"""), "port"),
        Fails(Rule, "a database, by an override of mixed instances", Database
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "databases", """{ "vpcSecurityGroupIds": ["db"] }""")
            .Add("aws:autoscaling/group:Group", "mixed", """
                { "targetGroupArns": ["targets"], "mixedInstancesPolicy": { "launchTemplate": {
                    "launchTemplateSpecification": { "launchTemplateName": "clones" },
                    "overrides": [{ "launchTemplateSpecification": { "launchTemplateId": "databases" } }] } } }
                """)),
        Passes(Rule, "a function of the clones' tier", Listening.Without("targets").Add(TargetGroup, "targets", """{ "targetType": "lambda" }""")
            .Add("aws:lambda/function:Function", "pages", """{ "vpcConfig": { "securityGroupIds": ["web"] } }""")
            .Add(Attachment, "there", """{ "targetGroupArn": "targets", "targetId": "pages" }""")),
        Fails(Rule, "a database whose groups are on its interface", Database.Without("orders")
            .Add("aws:ec2/networkInterface:NetworkInterface", "card", """{ "securityGroups": ["db"] }""")
            .Add("aws:ec2/instance:Instance", "orders", """{ "primaryNetworkInterface": { "networkInterfaceId": "card" } }""")
            .Add(Attachment, "there", """{ "targetGroupArn": "targets", "targetId": "orders" }""")),
        Fails(Rule, "a database, by a weighted forward of a listener rule", Database.Without("https")
            .Add(Listener, "https", """{ "loadBalancerArn": "edge", "defaultActions": [{ "type": "redirect" }] }""")
            .Add("aws:lb/listenerRule:ListenerRule", "rule",
                """{ "listenerArn": "https", "actions": [{ "type": "forward", "forward": { "targetGroups": [{ "arn": "targets", "weight": 1 }] } }] }""")
            .Add(Attachment, "there", """{ "targetGroupArn": "targets", "targetId": "orders" }""")),
        Fails(Rule, "a database, by an attachment of its group", Database
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "databases", """{ "vpcSecurityGroupIds": ["db"] }""")
            .Add("aws:autoscaling/group:Group", "databases-group", """{ "launchTemplate": { "id": "databases" } }""")
            .Add("aws:autoscaling/attachment:Attachment", "there", """{ "lbTargetGroupArn": "targets", "autoscalingGroupName": "databases-group" }""")),
        IsOpen(Rule, "the port is not known",
            Clones("targets").Without("targets").Add(TargetGroup, "targets", """{ "port": "<unknown>", "protocol": "TCP" }"""), "port"),
        IsOpen(Rule, "one of two target groups, whichever it is", Database.Add(TargetGroup, "others", """{ "port": 80 }""")
            .Add(Attachment, "there", """{ "targetGroupArn": "<unknown:targets:others>", "targetId": "orders" }""")),
    ];

    private static SampleProgram Clones(string targets) => Listening.Without("clones-group").Add("aws:autoscaling/group:Group", "clones-group",
        $$"""{ "launchTemplate": { "id": "clones" }, "vpcZoneIdentifiers": ["app-a"], "targetGroupArns": ["{{targets}}"] }""");
}
