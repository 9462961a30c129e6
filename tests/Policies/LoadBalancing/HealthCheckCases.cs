using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.LoadBalancing;

internal static class HealthCheckCases
{
    public static IEnumerable<RuleCase> All =>
    [
        Passes("health-check-reachable", "on the port of the traffic", Checked("{ \"port\": \"traffic-port\" }")),
        Passes("health-check-reachable", "on a port of its own that is open", Checked("{ \"port\": \"8081\" }").Connect("lb", "web", 8081)),
        Passes("health-check-reachable", "by an address block", Checked("{ \"port\": \"8081\" }")
            .Ingress("web-checks", "web", "10.40.0.0/24", "tcp", 8081).Egress("lb-checks", "lb", "10.40.0.0/16", "tcp", 8081)),
        Fails("health-check-reachable", "on a closed port", Checked("{ \"port\": \"8081\" }"), "healthCheck.port"),
        Fails("health-check-reachable", "the load balancer may not ask", Checked("{ \"port\": \"8081\" }").Ingress("web-checks", "web", "lb", "tcp", 8081)),
        Fails("health-check-reachable", "open to another tier", Checked("{ \"port\": \"8081\" }").Connect("cache", "web", 8081)),
        IsOpen("health-check-reachable", "not known", Checked("{ \"port\": \"<unknown>\" }"), "healthCheck.port"),
    ];

    private static SampleProgram Checked(string check) => SampleProgram.Platform()
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "securityGroups": ["<unknown:lb>"] }""")
        .Add("aws:lb/targetGroup:TargetGroup", "machines", $$"""{ "port": 80, "protocol": "HTTP", "healthCheck": {{check}} }""")
        .Add("aws:lb/listener:Listener", "https",
            """{ "loadBalancerArn": "<unknown:edge>", "defaultActions": [{ "type": "forward", "targetGroupArn": "<unknown:machines>" }] }""")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "vpcSecurityGroupIds": ["<unknown:web>"] }""")
        .Add("aws:autoscaling/group:Group", "clones", """{ "launchTemplate": { "id": "<unknown:template>" }, "targetGroupArns": ["<unknown:machines>"] }""");
}
