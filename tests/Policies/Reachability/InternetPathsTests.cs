using Infra.Policies;

namespace Infra.Tests.Policies.Reachability;

public sealed class InternetPathsTests
{
    [Fact]
    public void Visitors_get_from_hop_to_hop_as_far_as_the_firewall_lets_them() => Paths(Shop()).ShouldBe(
    [
        "internet -> edge (load-balancer) tcp 80,443",
        "internet -> edge (load-balancer) tcp 80,443 -> clone (web) tcp 80",
        "internet -> edge (load-balancer) tcp 80,443 -> clone (web) tcp 80 -> orders (database) tcp 3306",
    ]);

    [Fact]
    public void Nobody_gets_through_an_internal_load_balancer() => Paths(Shop("\"internal\": true, ")).ShouldBeEmpty();

    [Fact]
    public void A_door_that_is_open_at_one_end_only_is_closed() =>
        Paths(Shop().Without("web-to-db")).ShouldNotContain(path => path.Contains("orders"));

    [Fact]
    public void The_shortest_way_is_told() =>
        Paths(Shop().Ingress("straight", "db", "lb", "tcp", 3306).Egress("lb-straight", "lb", "db", "tcp", 3306))
            .ShouldContain("internet -> edge (load-balancer) tcp 80,443 -> clone (web) tcp 80 -> orders (database) tcp 3306");

    [Fact]
    public void A_way_that_depends_on_what_is_not_known_is_uncertain()
    {
        InternetPaths.Of(Shop().Graph()).ShouldAllBe(path => path.IsCertain);
        InternetPaths.Of(Shop("\"internal\": \"<unknown>\", ").Graph()).ShouldAllBe(path => !path.IsCertain);
    }

    private static IEnumerable<string> Paths(SampleProgram program) =>
        InternetPaths.Of(program.Graph()).Select(path => path.ToString()).Order(StringComparer.Ordinal);

    private static SampleProgram Shop(string balancer = "") => InternetCases.Street()
        .Group("lb", "load-balancer").Group("web", "web").Group("db", "database")
        .Ingress("lb-http", "lb", "0.0.0.0/0", "tcp", 80).Ingress("lb-https", "lb", "0.0.0.0/0", "tcp", 443).Connect("lb", "web", 80).Connect("web", "db", 3306)
        .Add("aws:ec2/subnet:Subnet", "inner", """{ "vpcId": "<unknown:net>", "cidrBlock": "10.40.2.0/24" }""")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ {{balancer}}"subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:lb>"] }""")
        .Add("aws:lb/targetGroup:TargetGroup", "machines", """{ "port": 80 }""")
        .Add("aws:lb/listener:Listener", "https", """{ "loadBalancerArn": "<unknown:edge>", "defaultActions": [{ "type": "forward", "targetGroupArn": "<unknown:machines>" }] }""")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "clone", """{ "vpcSecurityGroupIds": ["<unknown:web>"] }""")
        .Add("aws:autoscaling/group:Group", "clones",
            """{ "vpcZoneIdentifiers": ["<unknown:inner>"], "launchTemplate": { "id": "<unknown:clone>" }, "targetGroupArns": ["<unknown:machines>"] }""")
        .Add("aws:rds/subnetGroup:SubnetGroup", "places", """{ "subnetIds": ["<unknown:inner>"] }""")
        .Add("aws:rds/instance:Instance", "orders", """{ "dbSubnetGroupName": "<unknown:places>", "vpcSecurityGroupIds": ["<unknown:db>"] }""");
}
