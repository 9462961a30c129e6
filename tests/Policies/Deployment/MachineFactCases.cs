using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class MachineFactCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Targets = "aws:lb/targetGroup:TargetGroup";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-lb-name", Balancer,
            (Pass, "short", """{ "name": "edge-eu-central-1" }"""), (Pass, "none", "{}"),
            (Fail, "33 characters", """{ "name": "edge-eu-central-1-of-the-web-shop-" }"""),
            (Fail, "an underscore", """{ "name": "edge_1" }"""), (Fail, "AWS's own prefix", """{ "name": "internal-edge" }"""),
            (Fail, "a long prefix", """{ "namePrefix": "edge-eu-" }"""), (Undetermined, "not known", """{ "name": "<unknown>" }""")),
        .. Of("deploy-lb-name", Targets, (Fail, "a hyphen at the end", """{ "name": "web-" }""")),
        .. Of("deploy-lb-subnets-once", Balancer,
            (Pass, "subnets", """{ "subnets": ["a"] }"""), (Fail, "both", """{ "subnets": ["a"], "subnetMappings": [{ "subnetId": "a" }] }"""),
            (Undetermined, "not known", """{ "subnets": "<unknown>", "subnetMappings": [{ "subnetId": "a" }] }""")),
        .. Of("deploy-listener-certificate", "aws:lb/listener:Listener",
            (Pass, "given", """{ "protocol": "HTTPS", "certificateArn": "<unknown>" }"""), (Pass, "plain", """{ "protocol": "HTTP" }"""),
            (Fail, "none", """{ "protocol": "TLS" }"""), (Undetermined, "not known", """{ "protocol": "<unknown>" }""")),
        Passes("deploy-listener-priority", "two", Priorities("10", "20")),
        Fails("deploy-listener-priority", "the same twice", Priorities("10", "10"), "priority"),
        Fails("deploy-listener-priority", "the same twice, by the older token", Priorities("10", "10", "aws:alb/listenerRule:ListenerRule")),
        IsOpen("deploy-listener-priority", "not known", Priorities("10", "\"<unknown>\""), "priority"),
        .. Of("deploy-target-kind", Targets,
            (Pass, "machines", """{ "port": 80, "protocol": "HTTP", "vpcId": "<unknown>" }"""), (Pass, "a function", """{ "targetType": "lambda" }"""),
            (Fail, "no network", """{ "port": 80, "protocol": "HTTP" }"""),
            (Pass, "a function with a port, which is passed over", """{ "targetType": "lambda", "port": 80 }"""),
            (Undetermined, "not known", """{ "targetType": "<unknown>", "port": 80 }""")),
        .. Of("deploy-health-check-range", Targets,
            (Pass, "by default", "{}"),
            (Pass, "inside", """{ "healthCheck": { "interval": 5, "timeout": 2, "healthyThreshold": 2, "unhealthyThreshold": 10 } }"""),
            (Fail, "too often", """{ "healthCheck": { "interval": 4 } }"""), (Fail, "once is enough", """{ "healthCheck": { "healthyThreshold": 1 } }"""),
            (Undetermined, "not known", """{ "healthCheck": "<unknown>" }""")),
        .. Of("deploy-health-check-timeout", Targets,
            (Pass, "shorter", """{ "healthCheck": { "interval": 15, "timeout": 5 } }"""),
            (Pass, "shorter than the default", """{ "healthCheck": { "timeout": 29 } }"""),
            (Fail, "as long", """{ "protocol": "HTTP", "healthCheck": { "interval": 10, "timeout": 10 } }"""),
            (Pass, "as long, of layer 4", """{ "protocol": "TCP", "healthCheck": { "interval": 10, "timeout": 10 } }"""),
            (Undetermined, "as long, of a layer that is not known",
                """{ "protocol": "<unknown>", "healthCheck": { "interval": 10, "timeout": 10 } }"""),
            (Fail, "longer than the default", """{ "healthCheck": { "timeout": 60 } }"""),
            (Undetermined, "not known", """{ "healthCheck": { "interval": "<unknown>", "timeout": 5 } }""")),
        .. Of("deploy-health-check-protocol", Targets,
            (Pass, "the same", """{ "protocol": "HTTP", "healthCheck": { "protocol": "HTTP", "matcher": "200" } }"""),
            (Pass, "a plain connection", """{ "protocol": "TCP", "healthCheck": { "protocol": "TCP" } }"""),
            (Fail, "a web server by TCP", """{ "protocol": "HTTPS", "healthCheck": { "protocol": "TCP" } }"""),
            (Fail, "a code of a connection", """{ "protocol": "TCP", "healthCheck": { "protocol": "TCP", "matcher": "200" } }"""),
            (Undetermined, "not known", """{ "protocol": "<unknown>", "healthCheck": { "protocol": "TCP" } }""")),
        .. Of("deploy-target-slow-start", Targets,
            (Pass, "none", """{ "slowStart": 0 }"""), (Fail, "ten seconds", """{ "slowStart": 10 }"""),
            (Undetermined, "not known", """{ "slowStart": "<unknown>" }""")),
        .. Of("deploy-user-data", Template,
            (Pass, "a short script", """{ "userData": "IyEvYmluL3NoCg==" }"""), (Fail, "plain text", """{ "userData": "#!/bin/sh" }"""),
            (Fail, "too long", $$"""{ "userData": "{{Convert.ToBase64String(new byte[16_385])}}" }"""),
            (Undetermined, "not known", """{ "userData": "<unknown>" }""")),
        .. Of("deploy-template-groups", Template,
            (Pass, "on the interface", """{ "networkInterfaces": [{ "securityGroups": ["web"] }] }"""),
            (Fail, "on both", """{ "networkInterfaces": [{ "securityGroups": ["web"] }], "vpcSecurityGroupIds": ["web"] }"""),
            (Undetermined, "not known", """{ "networkInterfaces": "<unknown>", "vpcSecurityGroupIds": ["web"] }""")),
        .. Of("deploy-template-iops", Template,
            (Pass, "given", """{ "blockDeviceMappings": [{ "ebs": { "volumeType": "io2", "iops": "<unknown>" } }] }"""),
            (Pass, "gp3 has some", """{ "blockDeviceMappings": [{ "ebs": { "volumeType": "gp3" } }] }"""),
            (Fail, "none", """{ "blockDeviceMappings": [{ "ebs": { "volumeType": "io1" } }] }"""),
            (Undetermined, "not known", """{ "blockDeviceMappings": [{ "ebs": { "volumeType": "<unknown>" } }] }""")),
        .. Of("deploy-asg-sizes", Group,
            (Pass, "in order", """{ "minSize": 2, "desiredCapacity": 3, "maxSize": 6 }"""), (Fail, "upside down", """{ "minSize": 6, "maxSize": 2 }"""),
            (Fail, "more than the most", """{ "minSize": 2, "desiredCapacity": 9, "maxSize": 6 }"""),
            (Undetermined, "not known", """{ "minSize": 2, "maxSize": "<unknown>" }""")),
        .. Of("deploy-asg-refresh-version", Group,
            (Pass, "a number", """{ "instanceRefresh": { "strategy": "Rolling" }, "launchTemplate": { "id": "lt", "version": "7" } }"""),
            (Pass, "no refresh", """{ "launchTemplate": { "id": "lt", "version": "$Latest" } }"""),
            (Fail, "the latest, whichever that is",
                """{ "instanceRefresh": { "strategy": "Rolling" }, "launchTemplate": { "id": "lt", "version": "$Latest" } }"""),
            (Undetermined, "not known", """{ "instanceRefresh": { "strategy": "Rolling" }, "launchTemplate": { "id": "lt", "version": "<unknown>" } }""")),
        .. Of("deploy-asg-refresh-percentages", Group,
            (Pass, "all, and one more", Refresh("100", "110")), (Fail, "below all", Refresh("50", "90")), (Fail, "too far apart", Refresh("50", "200")),
            (Fail, "from none to twice as many", Refresh("0", "200")),
            (Undetermined, "not known", Refresh("100", "\"<unknown>\""))),
        .. Of("deploy-asg-lifetime", Group,
            (Pass, "a week", """{ "maxInstanceLifetime": 604800 }"""), (Fail, "an hour", """{ "maxInstanceLifetime": 3600 }"""),
            (Undetermined, "not known", """{ "maxInstanceLifetime": "<unknown>" }""")),
        .. Of("deploy-asg-desired", Group,
            (Pass, "left out", """{ "minSize": 2, "maxSize": 6 }"""), (Pass, "always as many", """{ "minSize": 2, "maxSize": 2, "desiredCapacity": 2 }"""),
            (Fail, "written down", """{ "minSize": 2, "maxSize": 6, "desiredCapacity": 2 }"""),
            (Undetermined, "not known", """{ "minSize": 2, "maxSize": "<unknown>", "desiredCapacity": 2 }""")),
        Passes("deploy-role-inline-policies", "two short ones", RoleWith("{}", "{}")),
        Passes("deploy-role-inline-policies", "white space counts for nothing", RoleWith(new string(' ', 12_000), "{}")),
        Passes("deploy-role-inline-policies", "long ones of two roles", RoleWith(Long).Add("aws:iam/role:Role", "app")
            .Add("aws:iam/rolePolicy:RolePolicy", "app-1", $$"""{ "role": "app", "policy": "{{Long}}" }""")),
        Fails("deploy-role-inline-policies", "long together", RoleWith(Long, Long)),
        .. Of("deploy-role-inline-policies", "aws:iam/role:Role",
            (Fail, "in the role itself", $$"""{ "inlinePolicies": [{ "policy": "{{Long}}" }, { "policy": "{{Long}}" }] }""")),
        IsOpen("deploy-role-inline-policies", "one is not known", RoleWith(Long, "<unknown>")),
        .. Of("deploy-role-name", "aws:iam/role:Role",
            (Pass, "short", """{ "name": "web" }"""), (Fail, "a space", """{ "name": "web server" }"""),
            (Undetermined, "not known", """{ "name": "<unknown>" }""")),
    ];

    private static string Refresh(string least, string most) => $$"""
        { "instanceRefresh": { "strategy": "Rolling", "preferences": { "minHealthyPercentage": {{least}}, "maxHealthyPercentage": {{most}} } } }
        """;

    private static SampleProgram Priorities(string first, string second, string type = "aws:lb/listenerRule:ListenerRule") => new SampleProgram()
        .Add("aws:lb/listener:Listener", "https").Add(type, "first", $$"""{ "listenerArn": "<unknown:https>", "priority": {{first}} }""")
        .Add("aws:lb/listenerRule:ListenerRule", "second", $$"""{ "listenerArn": "https", "priority": {{second}} }""");

    private static string Long { get; } = new('x', 6000);

    private static SampleProgram RoleWith(params string[] policies)
    {
        var program = new SampleProgram().Add("aws:iam/role:Role", "web");
        foreach (var (index, policy) in policies.Index())
            program.Add("aws:iam/rolePolicy:RolePolicy", $"web-{index}", $$"""{ "role": "<unknown:web>", "policy": "{{policy}}" }""");
        return program;
    }
}
