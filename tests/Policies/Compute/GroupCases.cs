using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Compute;

internal static class GroupCases
{
    private const string Group = "aws:autoscaling/group:Group";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("asg-launch-template", Group,
            (Pass, "a template", """{ "launchTemplate": { "id": "lt-1" } }"""),
            (Fail, "a frozen configuration", """{ "launchConfiguration": "web" }"""),
            (Undetermined, "not known", """{ "launchConfiguration": "<unknown>" }""")),
        .. Of("asg-instance-refresh", Group,
            (Pass, "in turn", """{ "instanceRefresh": { "strategy": "Rolling" } }"""),
            (Fail, "none", "{}"),
            (Fail, "half of them at once", """{ "instanceRefresh": { "strategy": "Rolling", "preferences": { "minHealthyPercentage": 50 } } }"""),
            (Undetermined, "not known", """{ "instanceRefresh": "<unknown>" }""")),
        .. Of("instance-has-profile", "aws:ec2/launchTemplate:LaunchTemplate",
            (Pass, "a role", """{ "iamInstanceProfile": { "arn": "<unknown>" } }"""),
            (Fail, "no role", "{}"),
            (Undetermined, "not known", """{ "iamInstanceProfile": "<unknown>" }""")),
        Passes("asg-scaling-wired", "it grows",
            Group2To("6").Add("aws:autoscaling/policy:Policy", "policy", """{ "autoscalingGroupName": "<unknown:web>" }""")),
        Passes("asg-scaling-wired", "no room to grow", Group2To("2")),
        Passes("asg-scaling-wired", "room to replace one", Group2To("3")),
        Fails("asg-scaling-wired", "nothing makes it grow", Group2To("6")),
        IsOpen("asg-scaling-wired", "whether there is room is not known", Group2To("\"<unknown>\""), "maxSize"),
        .. Of("tg-deregistration-delay", "aws:lb/targetGroup:TargetGroup",
            (Pass, "half a minute", """{ "deregistrationDelay": 30 }"""),
            (Pass, "a function", """{ "targetType": "lambda" }"""),
            (Fail, "five minutes by default", "{}"),
            (Undetermined, "not known", """{ "deregistrationDelay": "<unknown>" }""")),
        .. Of("lb-cross-zone-nlb", "aws:lb/loadBalancer:LoadBalancer",
            (Pass, "an application load balancer always does", "{}"),
            (Pass, "shared", """{ "loadBalancerType": "network", "enableCrossZoneLoadBalancing": true }"""),
            (Fail, "not shared", """{ "loadBalancerType": "network" }"""),
            (Undetermined, "not known", """{ "loadBalancerType": "network", "enableCrossZoneLoadBalancing": "<unknown>" }""")),
        .. Of("lb-cross-zone-nlb", "aws:alb/targetGroup:TargetGroup",
            (Pass, "as the load balancer does", """{ "loadBalancingCrossZoneEnabled": "use_load_balancer_configuration" }"""),
            (Fail, "each zone for itself", """{ "loadBalancingCrossZoneEnabled": "false" }""")),
        .. Of("asg-propagate-tags", Group,
            (Pass, "handed on", """{ "tags": [{ "key": "Owner", "value": "shop", "propagateAtLaunch": true }] }"""),
            (Fail, "kept", """{ "tags": [{ "key": "Owner", "value": "shop", "propagateAtLaunch": false }] }"""),
            (Undetermined, "not known", """{ "tags": [{ "key": "Owner", "value": "shop", "propagateAtLaunch": "<unknown>" }] }""")),
        Passes("asg-propagate-tags", "given by the template", Tagged("instance", "{ \"Owner\": \"shop\" }")),
        Fails("asg-propagate-tags", "given to disks only", Tagged("volume", "{ \"Owner\": \"shop\" }"), "tags[0].propagateAtLaunch"),
        IsOpen("asg-propagate-tags", "what the template gives is not known", Tagged("instance", "\"<unknown>\""), "tags"),
        .. Of("lambda-permission-scoped", "aws:lambda/permission:Permission",
            (Pass, "one bucket", """{ "principal": "s3.amazonaws.com", "sourceArn": "<unknown>" }"""),
            (Pass, "one account", """{ "principal": "123456789012" }"""),
            (Fail, "any bucket of anyone", """{ "principal": "s3.amazonaws.com" }"""),
            (Fail, "everyone", """{ "principal": "*" }"""),
            (Undetermined, "not known", """{ "principal": "<unknown>" }""")),
    ];

    private static SampleProgram Tagged(string kind, string tags) => new SampleProgram()
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "clone", $$"""{ "tagSpecifications": [{ "resourceType": "{{kind}}", "tags": {{tags}} }] }""")
        .Add(Group, "web", """{ "launchTemplate": { "id": "<unknown:clone>" }, "tags": [{ "key": "Owner", "value": "shop", "propagateAtLaunch": false }] }""");

    private static SampleProgram Group2To(string most) => new SampleProgram().Add(Group, "web", $$"""{ "minSize": 2, "maxSize": {{most}} }""");
}
