using Infra.Policies;

namespace Infra.Tests.Policies.Reachability;

public sealed class InternetPathsTests
{
    private const string Interfaces = "\"networkInterfaces\": [{ \"associatePublicIpAddress\": false }, ";
    private const string Door = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Fact]
    public void Visitors_get_from_hop_to_hop_as_far_as_the_firewall_lets_them() => Paths(Shop()).ShouldBe(
    [
        "internet -> edge (load-balancer) tcp 80,443",
        "internet -> edge (load-balancer) tcp 80,443 -> clone (web) tcp 80",
        "internet -> edge (load-balancer) tcp 80,443 -> clone (web) tcp 80 -> orders (database) tcp 3306",
    ]);

    [Fact]
    public void Nobody_gets_through_an_internal_load_balancer() => Paths(Shop("\"internal\": true, ")).ShouldBeEmpty();

    [Theory]
    [InlineData("80", true)]
    [InlineData("\"<unknown>\"", false)]
    public void A_network_load_balancer_without_groups_lets_everybody_in(string port, bool isCertain)
    {
        var paths = InternetPaths.Of(Passing(port, "network").Graph());

        paths.Select(path => path.Target.Name).ShouldBe(["edge", "clone", "orders"], ignoreOrder: true);
        paths.Single(path => path.Hops.Count == 1).ToString().ShouldBe(isCertain ? "internet -> edge tcp 80" : "internet -> edge on ports not known");
        paths.ShouldAllBe(path => path.IsCertain == isCertain);
    }

    [Theory]
    [InlineData("application")]
    [InlineData("gateway")]
    public void Others_are_never_without_a_group_or_have_no_address(string kind) => InternetPaths.Of(Passing("80", kind).Graph()).ShouldBeEmpty();

    [Fact]
    public void A_classic_load_balancer_is_a_way_in() => Paths(InternetCases.Street().Group("lb", "load-balancer").Group("web", "web")
        .Ingress("lb-http", "lb", "0.0.0.0/0", "tcp", 80).Connect("lb", "web", 80)
        .Add("aws:elb/loadBalancer:LoadBalancer", "edge", """{ "subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:lb>"] }""")
        .Add("aws:ec2/instance:Instance", "box", """{ "vpcSecurityGroupIds": ["<unknown:web>"], "associatePublicIpAddress": false }""")).ShouldBe(
    [
        "internet -> edge (load-balancer) tcp 80",
        "internet -> edge (load-balancer) tcp 80 -> box (web) tcp 80",
    ]);

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

    [Theory]
    [InlineData("\"subnetId\": \"<unknown:pub>\"", "certain")]
    [InlineData("\"subnetId\": \"<unknown:pub>\", \"associatePublicIpAddress\": false", "closed")]
    [InlineData("\"subnetId\": \"<unknown:pub>\", \"associatePublicIpAddress\": \"<unknown>\"", "uncertain")]
    [InlineData("\"subnetId\": \"<unknown:inner>\"", "closed")]
    [InlineData("\"subnetId\": \"<unknown:inner>\", \"associatePublicIpAddress\": true", "closed")]
    [InlineData("\"subnetId\": \"<unknown:pub:inner>\"", "uncertain")]
    [InlineData("\"subnetId\": \"<unknown>\"", "uncertain")]
    [InlineData("\"subnetId\": \"<unknown>\", \"associatePublicIpAddress\": true", "uncertain")]
    [InlineData("\"subnetId\": \"<unknown:pub:inner>\", \"associatePublicIpAddress\": true", "uncertain")]
    [InlineData("\"subnetId\": \"<unknown:pub:both>\"", "certain")]
    [InlineData(Interfaces + "{ \"associatePublicIpAddress\": true }], \"subnetId\": \"<unknown:pub>\"", "certain")]
    [InlineData(Interfaces + "{ \"associatePublicIpAddress\": \"<unknown>\" }], \"subnetId\": \"<unknown:pub>\"", "uncertain")]
    public void A_machine_is_reached_by_its_address_and_the_route_of_its_subnet(string place, string expected) =>
        Reached(Box(place).Ingress("all", "web", "0.0.0.0/0", "tcp", 8080)).ShouldBe(expected);

    [Theory]
    [InlineData("tcp", "certain")]
    [InlineData("<unknown>", "uncertain")]
    public void A_door_whose_traffic_is_not_known_is_perhaps_open(string protocol, string expected) => Reached(Box("\"subnetId\": \"<unknown:pub>\"").Add(
        Door, "all", $$"""{ "securityGroupId": "web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "{{protocol}}", "fromPort": 8080, "toPort": 8080 }"""))
        .ShouldBe(expected);

    [Fact]
    public void Neither_a_door_for_private_addresses_nor_a_way_out_lets_strangers_in() => Reached(Box("\"subnetId\": \"<unknown:pub>\"")
        .Ingress("inside", "web", "10.0.0.0/8", "tcp", 8080).Egress("out", "web", "0.0.0.0/0", "tcp", 443)).ShouldBe("closed");

    [Fact]
    public void A_door_in_one_of_two_groups_is_perhaps_this_ones() => Reached(Box("\"subnetId\": \"<unknown:pub>\"").Group("other", "web")
        .Ingress("all", "<unknown:web:other>", "0.0.0.0/0", "tcp", 8080)).ShouldBe("uncertain");

    [Fact]
    public void Strangers_over_IPv6_do_not_get_into_a_subnet_without_it()
    {
        Reached(Box("\"subnetId\": \"<unknown:pub>\"").Ingress("all", "web", "::/0", "tcp", 8080)).ShouldBe("closed");
        Reached(Box("\"subnetId\": \"<unknown:both>\"").Ingress("all", "web", "::/0", "tcp", 8080)).ShouldBe("certain");
    }

    [Theory]
    [InlineData("\"subnetIds\": [\"<unknown:pub>\"]", 80, "certain")]
    [InlineData("\"subnetIds\": [\"<unknown:pub>\"]", 81, "closed")]
    [InlineData("\"subnetIds\": [\"<unknown:pub:inner>\"]", 81, "uncertain")]
    [InlineData("\"subnetIds\": [\"<unknown:inner>\"]", 81, "certain")]
    public void A_list_that_lets_in_one_port_of_two_lets_strangers_in(string subnets, int port, string expected) => Reached(
        Box("\"subnetId\": \"<unknown:pub>\"").Ingress("all", "web", "0.0.0.0/0", "tcp", 80).Ingress("more", "web", "0.0.0.0/0", "tcp", 443)
        .Add("aws:ec2/networkAcl:NetworkAcl", "list", $$"""
            {
              {{subnets}},
              "ingress": [{ "ruleNo": 100, "action": "allow", "protocol": "tcp", "fromPort": {{port}}, "toPort": {{port}}, "cidrBlock": "0.0.0.0/0" }]
            }
            """)).ShouldBe(expected);

    [Fact]
    public void From_one_machine_strangers_go_on_to_whatever_lets_it_in_by_group_or_by_address() => Paths(Box("\"subnetId\": \"<unknown:pub>\"")
        .Ingress("all", "web", "0.0.0.0/0", "tcp", 8080).Group("db", "database").Group("cache", "cache").Group("graph", "graph")
        .Connect("web", "db", 3306)
        .Ingress("cache-in", "cache", "web", "tcp", 6379).Egress("cache-out", "web", "10.0.0.0/8", "tcp", 6379)
        .Ingress("graph-in", "graph", "lb", "tcp", 8182)
        .Group("docs", "document").Ingress("docs-in", "docs", "web", "tcp", 27017)
        .Egress("docs-elsewhere", "web", "cache", "tcp", 27017).Ingress("docs-back", "web", "docs", "tcp", 27017)
        .Add("aws:docdb/cluster:Cluster", "articles", """{ "vpcSecurityGroupIds": ["<unknown:docs>"] }""")
        .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["<unknown:db>"] }""")
        .Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", """{ "securityGroupIds": ["<unknown:cache>"] }""")
        .Add("aws:neptune/cluster:Cluster", "friends", """{ "vpcSecurityGroupIds": ["<unknown:graph>"] }""")).ShouldBe(
    [
        "internet -> box (web) tcp 8080",
        "internet -> box (web) tcp 8080 -> orders (database) tcp 3306",
        "internet -> box (web) tcp 8080 -> sessions (cache) tcp 6379",
    ]);

    [Theory]
    [InlineData("\"referencedSecurityGroupId\": \"web\", \"fromPort\": 3306, \"toPort\": 3306", true)]
    [InlineData("\"referencedSecurityGroupId\": \"<unknown:web:db>\", \"fromPort\": 3306, \"toPort\": 3306", false)]
    [InlineData("\"referencedSecurityGroupId\": \"web\", \"fromPort\": \"<unknown>\", \"toPort\": 3306", false)]
    public void The_next_hop_is_as_certain_as_the_door_to_it(string door, bool expected)
    {
        var program = Box("\"subnetId\": \"<unknown:pub>\"").Ingress("all", "web", "0.0.0.0/0", "tcp", 8080).Group("db", "database")
            .Egress("out", "web", "db", "tcp", 3306)
            .Add(Door, "sql", $$"""{ "securityGroupId": "db", "ipProtocol": "tcp", {{door}} }""")
            .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["<unknown:db>"] }""");

        InternetPaths.Of(program.Graph()).Single(path => path.Target.Name == "orders").IsCertain.ShouldBe(expected);
    }

    private static SampleProgram Box(string place) => InternetCases.Street().Group("web", "web")
        .Add("aws:ec2/subnet:Subnet", "inner", """{ "vpcId": "<unknown:net>", "cidrBlock": "10.40.2.0/24" }""")
        .Add("aws:ec2/subnet:Subnet", "both",
            """{ "vpcId": "<unknown:net>", "cidrBlock": "10.40.3.0/24", "ipv6CidrBlock": "2001:db8:0:1::/64", "mapPublicIpOnLaunch": true }""")
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "to-both", """{ "subnetId": "<unknown:both>", "routeTableId": "<unknown:routes>" }""")
        .Add("aws:ec2/instance:Instance", "box", $$"""{ "vpcSecurityGroupIds": ["<unknown:web>"], {{place}} }""");

    private static string Reached(SampleProgram program) => InternetPaths.Of(program.Graph()).SingleOrDefault() switch
    {
        null => "closed",
        { IsCertain: true } => "certain",
        _ => "uncertain",
    };

    private static IEnumerable<string> Paths(SampleProgram program) =>
        InternetPaths.Of(program.Graph()).Select(path => path.ToString()).Order(StringComparer.Ordinal);

    private static SampleProgram Passing(string port, string kind) => Shop().Without("edge").Without("https")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ "loadBalancerType": "{{kind}}", "subnets": ["<unknown:pub>"] }""")
        .Add("aws:lb/listener:Listener", "http", $$"""
            { "loadBalancerArn": "<unknown:edge>", "protocol": "TCP", "port": {{port}},
              "defaultActions": [{ "type": "forward", "targetGroupArn": "<unknown:machines>" }] }
            """);

    private static SampleProgram Shop(string balancer = "") => InternetCases.Street()
        .Group("lb", "load-balancer").Group("web", "web").Group("db", "database")
        .Ingress("lb-http", "lb", "0.0.0.0/0", "tcp", 80).Ingress("lb-https", "lb", "0.0.0.0/0", "tcp", 443).Connect("lb", "web", 80).Connect("web", "db", 3306)
        .Add("aws:ec2/subnet:Subnet", "inner", """{ "vpcId": "<unknown:net>", "cidrBlock": "10.40.2.0/24" }""")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ {{balancer}}"subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:lb>"] }""")
        .Add("aws:lb/targetGroup:TargetGroup", "machines", """{ "port": 80 }""")
        .Add("aws:lb/listener:Listener", "https", """{ "loadBalancerArn": "<unknown:edge>","""
            + """ "defaultActions": [{ "type": "forward", "targetGroupArn": "<unknown:machines>" }] }""")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "clone", """{ "vpcSecurityGroupIds": ["<unknown:web>"] }""")
        .Add("aws:autoscaling/group:Group", "clones",
            """{ "vpcZoneIdentifiers": ["<unknown:inner>"], "launchTemplate": { "id": "<unknown:clone>" }, "targetGroupArns": ["<unknown:machines>"] }""")
        .Add("aws:rds/subnetGroup:SubnetGroup", "places", """{ "subnetIds": ["<unknown:inner>"] }""")
        .Add("aws:rds/instance:Instance", "orders", """{ "dbSubnetGroupName": "<unknown:places>", "vpcSecurityGroupIds": ["<unknown:db>"] }""");
}
