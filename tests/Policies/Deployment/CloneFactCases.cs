using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class CloneFactCases
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Policy = "aws:autoscaling/policy:Policy";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-template-hops", Template,
            (Pass, "one", """{ "metadataOptions": { "httpPutResponseHopLimit": 1 } }"""),
            (Fail, "too many", """{ "metadataOptions": { "httpPutResponseHopLimit": 65 } }"""),
            (Undetermined, "not known", """{ "metadataOptions": { "httpPutResponseHopLimit": "<unknown>" } }""")),
        .. Of("deploy-template-credits", Template,
            (Pass, "burstable", """{ "instanceType": "t4g.small", "creditSpecification": { "cpuCredits": "unlimited" } }"""),
            (Fail, "of family M", """{ "instanceType": "m7g.large", "creditSpecification": { "cpuCredits": "unlimited" } }"""),
            (Undetermined, "not known", """{ "instanceType": "<unknown>", "creditSpecification": { "cpuCredits": "unlimited" } }""")),
        .. Of("deploy-template-disk", Template,
            (Pass, "fast", Disk("""{ "volumeType": "gp3", "volumeSize": 100, "iops": 16000, "throughput": 500 }""")),
            (Pass, "faster than before", Disk("""{ "volumeType": "gp3", "volumeSize": 1000, "iops": 80000, "throughput": 2000 }""")),
            (Fail, "too large", Disk("""{ "volumeType": "gp3", "volumeSize": 65537 }""")),
            (Fail, "too fast for its size", Disk("""{ "volumeType": "gp3", "volumeSize": 10, "iops": 6000 }""")),
            (Fail, "too little", Disk("""{ "volumeType": "gp3", "throughput": 100 }""")), (Fail, "slow io2", Disk("""{ "volumeType": "io2", "iops": 50 }""")),
            (Undetermined, "not known", Disk("""{ "volumeType": "gp3", "iops": "<unknown>" }"""))),
        .. Of("deploy-template-idle-iops", Template,
            (Pass, "gp3", Disk("""{ "volumeType": "gp3", "iops": 6000 }""")), (Fail, "gp2", Disk("""{ "volumeType": "gp2", "iops": 6000 }""")),
            (Undetermined, "not known", Disk("""{ "volumeType": "<unknown>", "iops": 6000 }"""))),
        .. Of("deploy-template-image", Template,
            (Pass, "an id", """{ "imageId": "ami-0123456789abcdef0" }"""), (Fail, "whichever is newest", """{ "imageId": "resolve:ssm:/aws/service/ami" }"""),
            (Undetermined, "not known", """{ "imageId": "<unknown>" }""")),
        .. Of("deploy-asg-rollback", Group,
            (Pass, "a number", Rollback("\"7\"")), (Fail, "the latest", Rollback("\"$Latest\"")),
            (Undetermined, "not known",
                """{ "instanceRefresh": { "strategy": "Rolling", "preferences": { "autoRollback": "<unknown>" } }, "launchTemplate": { "id": "t" } }""")),
        Passes("deploy-asg-rollback", "the template's", new SampleProgram().Add(Template, "template").Add(Group, "clones", Rollback("\"<unknown:template>\""))),
        .. Of("deploy-asg-health-type", Group,
            (Pass, "the balancer's", """{ "healthCheckType": "ELB" }"""), (Fail, "both", """{ "healthCheckType": "EC2,ELB" }"""),
            (Undetermined, "not known", """{ "healthCheckType": "<unknown>" }""")),
        .. Of("deploy-asg-request-label", Policy,
            (Pass, "of a target", Requests(""", "resourceLabel": "app/edge/1/targetgroup/web/2" """)), (Fail, "of no target", Requests("")),
            (Fail, "of a balancer", Requests(""", "resourceLabel": "app/edge/1" """)),
            (Undetermined, "not known", Requests(""", "resourceLabel": "<unknown>" """))),
        Passes("deploy-asg-attached-once", "by an attachment", Attached("{}")),
        Fails("deploy-asg-attached-once", "twice", Attached("""{ "targetGroupArns": ["web"] }"""), "targetGroupArns"),
        IsOpen("deploy-asg-attached-once", "not known", Attached("""{ "targetGroupArns": "<unknown>" }"""), "targetGroupArns"),
        Passes("deploy-asg-market", "chosen by the group", Mixed("{}")),
        Fails("deploy-asg-market", "chosen by both", Mixed("""{ "instanceMarketOptions": { "marketType": "spot" } }"""), "instanceMarketOptions"),
        IsOpen("deploy-asg-market", "not known", Mixed("""{ "instanceMarketOptions": "<unknown>" }"""), "instanceMarketOptions"),
        .. Of("deploy-asg-pool", Group,
            (Pass, "on demand", Pool("100")),
            (Pass, "no pool", """{ "mixedInstancesPolicy": { "instancesDistribution": { "onDemandPercentageAboveBaseCapacity": 0 } } }"""),
            (Fail, "half of it spot", Pool("50")), (Fail, "all of it spot", Pool("0")), (Undetermined, "not known", Pool("\"<unknown>\""))),
        .. Of("deploy-asg-hooks", "aws:autoscaling/lifecycleHook:LifecycleHook",
            (Pass, "at the end", """{ "autoscalingGroupName": "web", "lifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING" }"""),
            (Fail, "at the beginning", """{ "autoscalingGroupName": "web", "lifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING" }"""),
            (Undetermined, "not known", """{ "autoscalingGroupName": "web", "lifecycleTransition": "<unknown>" }""")),
        Passes("deploy-asg-tracking", "room to grow", Tracked("2", "6")), Fails("deploy-asg-tracking", "one size", Tracked("2", "2"), "maxSize"),
        IsOpen("deploy-asg-tracking", "not known", Tracked("2", "\"<unknown>\""), "maxSize"),
    ];

    private static string Disk(string disk) => $$"""{ "blockDeviceMappings": [{ "ebs": {{disk}} }] }""";

    private static string Rollback(string version) => $$"""
        { "instanceRefresh": { "strategy": "Rolling", "preferences": { "autoRollback": true } }, "launchTemplate": { "id": "t", "version": {{version}} } }
        """;

    private static string Requests(string label) => $$"""
        { "targetTrackingConfiguration": { "predefinedMetricSpecification": { "predefinedMetricType": "ALBRequestCountPerTarget"{{label}} } } }
        """;

    private static SampleProgram Attached(string group) => new SampleProgram().Add(Group, "clones", group)
        .Add("aws:autoscaling/attachment:Attachment", "attachment", """{ "autoscalingGroupName": "<unknown:clones>" }""");

    private static SampleProgram Mixed(string template) => new SampleProgram().Add(Template, "template", template).Add(Group, "clones",
        """{ "mixedInstancesPolicy": { "launchTemplate": { "launchTemplateSpecification": { "launchTemplateId": "<unknown:template>" } } } }""");

    private static string Pool(string percent) => $$"""
        { "warmPool": { "minSize": 1 }, "mixedInstancesPolicy": { "instancesDistribution": { "onDemandPercentageAboveBaseCapacity": {{percent}} } } }
        """;

    private static SampleProgram Tracked(string least, string most) => new SampleProgram()
        .Add(Group, "clones", $$"""{ "minSize": {{least}}, "maxSize": {{most}} }""")
        .Add(Policy, "cpu", """{ "autoscalingGroupName": "<unknown:clones>", "policyType": "TargetTrackingScaling" }""");
}
