using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Reachability;

internal static class InternetCases
{
    private const string Rule = "internet-first-hop";
    private const string OnlyHttps = """
        {
          "subnetIds": ["<unknown:pub>"],
          "ingress": [{ "ruleNo": 100, "action": "allow", "protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlock": "0.0.0.0/0" }]
        }
        """;

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "a load balancer", Street().Group("lb", "load-balancer").Ingress("lb-https", "lb", "0.0.0.0/0", "tcp", 443)
            .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:lb>"] }""")),
        Passes(Rule, "a machine without an address", Shop("\"associatePublicIpAddress\": false")),
        Passes(Rule, "a machine without a route", Shop(gateway: "\"natGatewayId\": \"<unknown:nat>\"").Add("aws:ec2/natGateway:NatGateway", "nat")),
        Passes(Rule, "a machine behind a list that denies", Shop().Add("aws:ec2/networkAcl:NetworkAcl", "list", OnlyHttps)),
        Passes(Rule, "a machine behind a list that lets in its own network alone", Shop().Add("aws:ec2/networkAcl:NetworkAcl", "list", """
            { "subnetIds": ["<unknown:pub>"], "ingress": [{ "ruleNo": 100, "action": "allow", "protocol": "-1", "cidrBlock": "10.0.0.0/16" }] }
            """)),
        Fails(Rule, "a machine behind a list that keeps out one address", Shop().Add("aws:ec2/networkAcl:NetworkAcl", "list", """
            { "subnetIds": ["<unknown:pub>"], "ingress": [
                { "ruleNo": 10, "action": "deny", "protocol": "-1", "cidrBlock": "198.51.100.7/32" },
                { "ruleNo": 100, "action": "allow", "protocol": "-1", "cidrBlock": "0.0.0.0/0" }] }
            """)),
        Fails(Rule, "a machine in a public subnet", Shop()),
        IsOpen(Rule, "a machine in a network of another program", Shop().Without("net").Without("pub").Without("to-pub")
            .Add("aws:ec2/subnet:Subnet", "pub", """{ "vpcId": "vpc-0123456789abcdef0", "mapPublicIpOnLaunch": true }""")),
        IsOpen(Rule, "a load balancer of a tier that is not known", Street().Group("lb", "<unknown>").Ingress("lb-https", "lb", "0.0.0.0/0", "tcp", 443)
            .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:lb>"] }""")),
        Fails(Rule, "a machine with an elastic address", Shop("\"associatePublicIpAddress\": false")
            .Add("aws:ec2/eip:Eip", "fixed", """{ "instance": "<unknown:box>" }""")),
        Fails(Rule, "machines that a template makes", Street().Group("web", "web").Ingress("all", "web", "0.0.0.0/0", "tcp", 8080)
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "clone",
                """{ "networkInterfaces": [{ "associatePublicIpAddress": "true", "subnetId": "<unknown:pub>", "securityGroups": ["<unknown:web>"] }] }""")),
        Fails(Rule, "a database", Street().Group("db", "database").Ingress("all", "db", "0.0.0.0/0", "tcp", 3306)
            .Add("aws:rds/subnetGroup:SubnetGroup", "places", """{ "subnetIds": ["<unknown:pub>"] }""")
            .Add("aws:rds/instance:Instance", "orders",
                """{ "publiclyAccessible": true, "dbSubnetGroupName": "<unknown:places>", "vpcSecurityGroupIds": ["<unknown:db>"] }""")),
        Passes(Rule, "a load balancer whose group names no tier: other rules say so", Street().Group("lb", null)
            .Ingress("lb-https", "lb", "0.0.0.0/0", "tcp", 443).Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:lb>"] }""")),
        Passes(Rule, "a network load balancer without groups, on the ports of the web", Passing("TCP", "443")),
        Passes(Rule, "an internal one, on any", Passing("TCP", "3306", "\"internal\": true, ")),
        Fails(Rule, "a network load balancer without groups, on another port", Passing("TCP", "3306")),
        Fails(Rule, "one over UDP", Passing("UDP", "443")),
        Fails(Rule, "one over both", Passing("TCP_UDP", "443")),
        Fails(Rule, "one over UDP, in lower case", Passing("udp", "443")),
        Passes(Rule, "one that serves HTTP/3", Passing("TCP_QUIC", "443")),
        Fails(Rule, "QUIC on another port", Passing("QUIC", "8443")),
        Fails(Rule, "one on another port, and on one that is not known", Passing("TCP", "3306").Add("aws:lb/listener:Listener", "second",
            """{ "loadBalancerArn": "<unknown:edge>", "protocol": "TCP", "port": "<unknown>" }""")),
        Passes(Rule, "one on another port that a list denies", Passing("TCP", "3306").Add("aws:lb/listener:Listener", "web",
            """{ "loadBalancerArn": "<unknown:edge>", "protocol": "TCP", "port": 443 }""").Add("aws:ec2/networkAcl:NetworkAcl", "list", OnlyHttps)),
        Passes(Rule, "one over UDP that a list denies", Passing("UDP", "53").Add("aws:ec2/networkAcl:NetworkAcl", "list", OnlyHttps)),
        IsOpen(Rule, "one of which it is not known whether it needs groups", Passing("TCP", "3306", "\"loadBalancerType\": \"<unknown>\", ", kind: "")),
        IsOpen(Rule, "one whose port is not known", Passing("TCP", "\"<unknown>\"")),
        IsOpen(Rule, "one of which it is not known whether it is internal", Passing("TCP", "3306", "\"internal\": \"<unknown>\", ")),
        Fails(Rule, "a classic load balancer of a tier within", Street().Group("web", "web").Ingress("all", "web", "0.0.0.0/0", "tcp", 80)
            .Add("aws:elb/loadBalancer:LoadBalancer", "edge", """{ "subnets": ["<unknown:pub>"], "securityGroups": ["<unknown:web>"] }""")),
        IsOpen(Rule, "a machine in the network that comes with an account", InDefault("")),
        IsOpen(Rule, "a machine in a subnet that comes with an account", InDefault(", \"subnetId\": \"<unknown:home>\"")
            .Add("aws:ec2/defaultSubnet:DefaultSubnet", "home", """{ "availabilityZone": "eu-central-1a" }""")),
        Passes(Rule, "a machine in a subnet that comes with an account, by a table of its own that leads nowhere",
            InDefault(", \"subnetId\": \"<unknown:home>\"").Add("aws:ec2/defaultSubnet:DefaultSubnet", "home")
                .Add("aws:ec2/routeTable:RouteTable", "inside", """{ "vpcId": "vpc-0123456789abcdef0" }""")
                .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "shut", """{ "subnetId": "home", "routeTableId": "inside" }""")),
        IsOpen(Rule, "a machine in a subnet of another program", InDefault(", \"subnetId\": \"subnet-0123456789abcdef0\"")),
        IsOpen(Rule, "whether it has an address is not known", Shop("\"associatePublicIpAddress\": \"<unknown>\"")),
        IsOpen(Rule, "where the route leads is not known", Shop(gateway: "\"gatewayId\": \"<unknown>\"")),
    ];

    /// <summary>A public subnet.</summary>
    internal static SampleProgram Street(string gateway = "\"gatewayId\": \"<unknown:igw>\"") => new SampleProgram()
        .Add("aws:ec2/vpc:Vpc", "net", """{ "cidrBlock": "10.40.0.0/16" }""")
        .Add("aws:ec2/internetGateway:InternetGateway", "igw", """{ "vpcId": "<unknown:net>" }""")
        .Add("aws:ec2/subnet:Subnet", "pub", """{ "vpcId": "<unknown:net>", "cidrBlock": "10.40.1.0/24", "mapPublicIpOnLaunch": true }""")
        .Add("aws:ec2/routeTable:RouteTable", "routes", $$"""{ "vpcId": "<unknown:net>", "routes": [{ "cidrBlock": "0.0.0.0/0", {{gateway}} }] }""")
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "to-pub", """{ "subnetId": "<unknown:pub>", "routeTableId": "<unknown:routes>" }""");

    private static SampleProgram Passing(string protocol, string port, string more = "", string kind = "\"loadBalancerType\": \"network\", ") => Street()
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ {{more}}{{kind}}"subnets": ["<unknown:pub>"] }""")
        .Add("aws:lb/listener:Listener", "ear", $$"""{ "loadBalancerArn": "<unknown:edge>", "protocol": "{{protocol}}", "port": {{port}} }""");

    private static SampleProgram InDefault(string place) => new SampleProgram().Group("web", "web").Ingress("all", "web", "0.0.0.0/0", "tcp", 8080)
        .Add("aws:ec2/instance:Instance", "box", $$"""{ "vpcSecurityGroupIds": ["<unknown:web>"]{{place}} }""");

    private static SampleProgram Shop(string address = "\"sourceDestCheck\": true", string gateway = "\"gatewayId\": \"<unknown:igw>\"") => Street(gateway)
        .Group("web", "web").Ingress("all", "web", "0.0.0.0/0", "tcp", 8080)
        .Add("aws:ec2/instance:Instance", "box", $$"""{ "subnetId": "<unknown:pub>", "vpcSecurityGroupIds": ["<unknown:web>"], {{address}} }""");
}
