using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

internal static class RoutingCases
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Table = "aws:ec2/routeTable:RouteTable";
    private const string Route = "aws:ec2/route:Route";
    private const string Association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    private const string Internet = "aws:ec2/internetGateway:InternetGateway";
    private const string Acl = "aws:ec2/networkAcl:NetworkAcl";
    private const string AclRule = "aws:ec2/networkAclRule:NetworkAclRule";
    private const string DefaultAcl = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string Address = "aws:ec2/eip:Eip";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";

    private const string In = """{ "ruleNo": 100, "action": "allow", "protocol": "tcp", "fromPort": 80, "toPort": 80, "cidrBlock": "10.0.0.0/24" }""";
    private const string InReplies = """{ "ruleNo": 110, "action": "allow", "protocol": "6", "fromPort": 32768, "toPort": 60999, "cidrBlock": "0.0.0.0/0" }""";
    private const string Out = """{ "ruleNo": 100, "action": "allow", "protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlock": "0.0.0.0/0" }""";
    private const string OutReplies =
        """{ "ruleNo": 110, "action": "allow", "protocol": "tcp", "fromPort": 1024, "toPort": 65535, "cidrBlock": "10.0.0.0/24" }""";

    public static IEnumerable<RuleCase> All => [.. Routes, .. Places, .. Addresses, .. Groups, .. Acls];

    private static IEnumerable<RuleCase> Routes =>
    [
        Passes("private-subnet-no-igw", "a public subnet to the internet, an app subnet to NAT, a data subnet to nothing", Placed),
        Passes("private-subnet-no-igw", "a data subnet to a peer", Placed.Add(Route, "peer",
            """{ "routeTableId": "data", "destinationCidrBlock": "10.9.0.0/16", "vpcPeeringConnectionId": "pcx-1" }""")),
        Fails("private-subnet-no-igw", "an app subnet to the internet gateway", Placed.Without("app-out")
            .Add(Route, "app-out", """{ "routeTableId": "app", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }"""), "gatewayId"),
        Fails("private-subnet-no-igw", "a gateway that is not in the program", Placed.Without("app-out")
            .Add(Route, "app-out", """{ "routeTableId": "app", "destinationIpv6CidrBlock": "::/0", "gatewayId": "igw-0a1b2c" }"""), "gatewayId"),
        Fails("private-subnet-no-igw", "written into the table", Placed.Without("data")
            .Add(Table, "data", """{ "vpcId": "main", "routes": [{ "cidrBlock": "198.51.100.0/24", "gatewayId": "igw" }] }"""), "routes[0].gatewayId"),
        Fails("private-subnet-no-igw", "the main table", Placed.Without("data-a-table")
            .Add("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "chosen",
                """{ "vpcId": "main", "routeTableId": "public" }""")),
        Fails("private-subnet-no-igw", "a data subnet to NAT", Placed.Add(Route, "data-out",
            """{ "routeTableId": "data", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat-1" }"""), "natGatewayId"),
        Fails("private-subnet-no-igw", "the main table, by the network's own property", Placed.Without("data-a-table").Without("main")
            .Add(Vpc, "main", """{ "cidrBlock": "10.0.0.0/16", "mainRouteTableId": "rtb-main" }""")
            .Add(Route, "hurried", """{ "routeTableId": "rtb-main", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }""")),
        Passes("private-subnet-no-igw", "a data subnet to a VPN gateway that is not there yet", Placed.Add("aws:ec2/vpnGateway:VpnGateway", "vpn")
            .Add(Route, "home", """{ "routeTableId": "data", "destinationCidrBlock": "10.9.0.0/16", "gatewayId": "<unknown:vpn>" }""")),
        IsOpen("private-subnet-no-igw", "the main table from before another was chosen", Placed.Without("data-a-table").Without("main")
            .Add(Vpc, "main", """{ "cidrBlock": "10.0.0.0/16", "mainRouteTableId": "rtb-main" }""")
            .Add("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "chosen", """{ "vpcId": "main", "routeTableId": "data" }""")
            .Add(Route, "hurried", """{ "routeTableId": "rtb-main", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }""")),
        IsOpen("private-subnet-no-igw", "one of three gateways, of which one is for VPN",
            Placed.Add("aws:ec2/vpnGateway:VpnGateway", "vpn").Add(Internet, "second", """{ "vpcId": "main" }""")
            .Add(Route, "home", """{ "routeTableId": "data", "destinationCidrBlock": "10.9.0.0/16", "gatewayId": "<unknown:vpn:igw:second>" }""")),
        IsOpen("private-subnet-no-igw", "the gateway is not known", Placed.Without("app-out")
            .Add(Route, "app-out", """{ "routeTableId": "app", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "<unknown>" }"""), "gatewayId"),
        IsOpen("private-subnet-no-igw", "the table is not known", Placed.Add(Route, "other",
            """{ "routeTableId": "<unknown>", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }"""), "gatewayId"),
    ];

    private static IEnumerable<RuleCase> Places =>
    [
        Passes("public-subnet-only-edge", "the load balancer outside, the clones inside", Placed),
        Passes("public-subnet-only-edge", "a bastion", Placed.Group("jump", "bastion").Add("aws:ec2/instance:Instance", "jump-host",
            """{ "subnetId": "public-a", "vpcSecurityGroupIds": ["jump"] }""")),
        Fails("public-subnet-only-edge", "the clones outside", Placed.Without("clones-group").Add("aws:autoscaling/group:Group", "clones-group",
            """{ "launchTemplate": { "id": "clones" }, "vpcZoneIdentifiers": ["app-a", "public-a"] }""")),
        Fails("public-subnet-only-edge", "a cache outside", Placed
            .Add("aws:elasticache/subnetGroup:SubnetGroup", "outside", """{ "subnetIds": ["public-a"] }""")
            .Add(Cache, "sessions", """{ "subnetGroupName": "outside", "securityGroupIds": ["cache"] }""")),
        Fails("public-subnet-only-edge", "a database outside, by reference", Placed
            .Add("aws:rds/subnetGroup:SubnetGroup", "outside", """{ "subnetIds": ["<unknown:public-a>"] }""")
            .Add("aws:rds/instance:Instance", "orders", """{ "dbSubnetGroupName": "<unknown:outside>", "vpcSecurityGroupIds": ["<unknown:db>"] }""")),
        IsOpen("public-subnet-only-edge", "what the subnet is for is not known", Placed.Without("app-a").Add(Subnet, "app-a",
            """{ "vpcId": "main", "cidrBlock": "10.0.1.0/24", "tags": { "infra:tier": "<unknown>" } }""")),
        IsOpen("public-subnet-only-edge", "one of two subnets, whichever it is", Placed.Add("aws:ec2/instance:Instance", "lone",
            """{ "subnetId": "<unknown:app-a:public-a>", "vpcSecurityGroupIds": ["web"] }""")),
    ];

    private static IEnumerable<RuleCase> Addresses =>
    [
        Passes("eip-only-edge", "a NAT gateway's and a bastion's", Machine("bastion").Add(Address, "nat", """{ "domain": "vpc" }""")
            .Add(Address, "jump", """{ "instance": "machine" }""")),
        Passes("eip-only-edge", "a machine that is not in the program", new SampleProgram().Add(Address, "other", """{ "instance": "i-0123456789abcdef0" }""")),
        Fails("eip-only-edge", "a web machine's", Machine("web").Add(Address, "shortcut", """{ "instance": "machine" }"""), "instance"),
        Fails("eip-only-edge", "a database machine's, by an association", Machine("database").Add(Address, "free", """{ "domain": "vpc" }""")
            .Add("aws:ec2/eipAssociation:EipAssociation", "shortcut", """{ "allocationId": "free", "instanceId": "machine" }"""), "instanceId"),
        IsOpen("eip-only-edge", "whose it is is not known", Machine("web").Add(Address, "shortcut", """{ "instance": "<unknown>" }"""), "instance"),
        IsOpen("eip-only-edge", "the tier is not known", Machine("<unknown>").Add(Address, "shortcut", """{ "instance": "machine" }"""), "instance"),
    ];

    private static IEnumerable<RuleCase> Groups =>
    [
        Passes("sg-explicit", "groups by list and by interface", Placed
            .Add(Template, "other", """{ "networkInterfaces": [{ "securityGroups": ["web"] }] }""")
            .Add(Cache, "sessions", """{ "securityGroupIds": ["cache"] }""")
            .Add(Endpoint, "s3", """{ "vpcEndpointType": "Gateway" }""")
            .Add(Balancer, "raw", """{ "loadBalancerType": "network" }""")),
        Fails("sg-explicit", "a template without any", new SampleProgram().Add(Template, "clones", """{ "imageId": "ami-1" }"""), "vpcSecurityGroupIds"),
        Fails("sg-explicit", "an empty list", new SampleProgram().Add(Cache, "sessions", """{ "securityGroupIds": [] }"""), "securityGroupIds"),
        Fails("sg-explicit", "a private endpoint", new SampleProgram().Add(Endpoint, "kms", """{ "vpcEndpointType": "Interface" }"""), "securityGroupIds"),
        Fails("sg-explicit", "a load balancer", new SampleProgram().Add(Balancer, "edge", """{ "loadBalancerType": "application" }"""), "securityGroups"),
        Fails("sg-explicit", "a proxy", new SampleProgram().Add("aws:rds/proxy:Proxy", "it"), "vpcSecurityGroupIds"),
        Fails("sg-explicit", "a graph", new SampleProgram().Add("aws:neptune/cluster:Cluster", "it"), "vpcSecurityGroupIds"),
        Fails("sg-explicit", "an interface of a template", new SampleProgram().Group("web", "web")
            .Add(Template, "clones", """{ "networkInterfaces": [{ "securityGroups": ["web"] }, { "deviceIndex": 1 }] }"""),
            "networkInterfaces[1].securityGroups"),
        Passes("sg-explicit", "an interface that is there already",
            new SampleProgram().Add(Template, "clones", """{ "networkInterfaces": [{ "networkInterfaceId": "eni-1" }] }""")),
        Fails("sg-explicit", "an interface", new SampleProgram().Add("aws:ec2/networkInterface:NetworkInterface", "card"), "securityGroups"),
        Fails("sg-explicit", "a file system's place in a subnet", new SampleProgram().Add("aws:efs/mountTarget:MountTarget", "files"), "securityGroups"),
        Fails("sg-explicit", "tasks with interfaces", new SampleProgram()
            .Add("aws:ecs/service:Service", "tasks", """{ "networkConfiguration": { "subnets": ["app-a"] } }"""), "networkConfiguration.securityGroups"),
        Fails("sg-explicit", "a file transfer inside the network", new SampleProgram().Add("aws:transfer/server:Server", "sftp",
            """{ "endpointType": "VPC", "endpointDetails": { "subnetIds": ["app-a"] } }"""), "endpointDetails.securityGroupIds"),
        Passes("sg-explicit", "a file transfer outside of any network", new SampleProgram().Add("aws:transfer/server:Server", "sftp")),
        Passes("sg-explicit", "tasks without interfaces", new SampleProgram().Add("aws:ecs/service:Service", "tasks")),
        Passes("sg-explicit", "a member of a replication group", new SampleProgram()
            .Add("aws:elasticache/cluster:Cluster", "reader", """{ "replicationGroupId": "sessions" }""")),
        Passes("sg-explicit", "an endpoint whose default group is replaced", new SampleProgram().Group("inside", "endpoint")
            .Add(Endpoint, "kms", """{ "vpcEndpointType": "Interface" }""")
            .Add("aws:ec2/securityGroupAssociation:SecurityGroupAssociation", "joint",
                """{ "vpcEndpointId": "kms", "securityGroupId": "inside", "replaceDefaultAssociation": true }""")),
        Fails("sg-explicit", "an endpoint whose default group is kept", new SampleProgram().Group("inside", "endpoint")
            .Add(Endpoint, "kms", """{ "vpcEndpointType": "Interface" }""")
            .Add("aws:ec2/securityGroupAssociation:SecurityGroupAssociation", "joint", """{ "vpcEndpointId": "kms", "securityGroupId": "inside" }""")),
        Passes("sg-explicit", "a template of nodes that EKS puts into the cluster's group", new SampleProgram()
            .Add(Template, "nodes", """{ "imageId": "ami-1" }""")
            .Add("aws:eks/nodeGroup:NodeGroup", "pool", """{ "launchTemplate": { "id": "nodes" } }""")),
        Passes("sg-explicit", "a template of a compute environment that names its own", new SampleProgram().Group("web", "web")
            .Add(Template, "batch", """{ "imageId": "ami-1" }""").Add("aws:batch/computeEnvironment:ComputeEnvironment", "jobs",
                """{ "computeResources": { "launchTemplate": { "launchTemplateId": "batch" }, "securityGroupIds": ["web"] } }""")),
        Passes("sg-explicit", "a template of a machine that names its own", new SampleProgram().Group("web", "web")
            .Add(Template, "clones", """{ "imageId": "ami-1" }""")
            .Add("aws:ec2/instance:Instance", "clone", """{ "launchTemplate": { "id": "clones" }, "vpcSecurityGroupIds": ["web"] }""")),
        IsOpen("sg-explicit", "the list is not known",
            new SampleProgram().Add(Cache, "sessions", """{ "securityGroupIds": "<unknown>" }"""), "securityGroupIds"),
    ];

    private static IEnumerable<RuleCase> Acls =>
    [
        Passes("nacl-passes-declared-flows", "no ACL but AWS's own", Placed),
        Passes("nacl-passes-declared-flows", "requests and replies, both ways", Behind([In, InReplies], [Out, OutReplies])),
        Passes("nacl-passes-declared-flows", "a denial that comes too late", Behind([In, InReplies, Denied(120, 80)], [Out, OutReplies])),
        Passes("nacl-passes-declared-flows", "a denial of something else", Behind([In, InReplies, Denied(90, 22)], [Out, OutReplies])),
        Passes("nacl-passes-declared-flows", "two lines that make one", Behind(
            [
                In.Replace("/24", "/25", StringComparison.Ordinal),
                In.Replace("100", "101", StringComparison.Ordinal).Replace("10.0.0.0/24", "10.0.0.128/25", StringComparison.Ordinal),
                InReplies,
            ],
            [Out, OutReplies])),
        Passes("nacl-passes-declared-flows", "lines of their own", Behind([InReplies], [Out, OutReplies]).Add(AclRule, "http", Line("allow", "false", "80"))),
        Fails("nacl-passes-declared-flows", "no request gets in", Behind([InReplies], [Out, OutReplies])),
        Fails("nacl-passes-declared-flows", "no reply gets out", Behind([In, InReplies], [Out])),
        Fails("nacl-passes-declared-flows", "replies to Linux's lowest ports are lost",
            Behind([In, InReplies.Replace("32768", "49152", StringComparison.Ordinal)], [Out, OutReplies])),
        Fails("nacl-passes-declared-flows", "a denial that comes first", Behind([In, InReplies, Denied(90, 80)], [Out, OutReplies])),
        Fails("nacl-passes-declared-flows", "a line of its own denies",
            Behind([In, InReplies], [Out, OutReplies]).Add(AclRule, "http", Line("deny", "false", "80"))),
        Fails("nacl-passes-declared-flows", "half of the addresses",
            Behind([In.Replace("/24", "/25", StringComparison.Ordinal), InReplies], [Out, OutReplies])),
        Fails("nacl-passes-declared-flows", "an association with an ACL that has no lines", Placed.Add(Acl, "closed", """{ "vpcId": "main" }""")
            .Add("aws:ec2/networkAclAssociation:NetworkAclAssociation", "app-acl", """{ "networkAclId": "closed", "subnetId": "app-a" }""")),
        Fails("nacl-passes-declared-flows", "the network's default ACL, adopted and empty",
            Placed.Add(DefaultAcl, "default", """{ "defaultNetworkAclId": "acl-main" }""")),
        IsOpen("nacl-passes-declared-flows", "an empty default ACL that may be this network's",
            Placed.Add(DefaultAcl, "default", """{ "defaultNetworkAclId": "<unknown>" }""")),
        IsOpen("nacl-passes-declared-flows", "a line's addresses are not known",
            Behind([In.Replace("10.0.0.0/24", "<unknown>", StringComparison.Ordinal), InReplies], [Out, OutReplies])),
        IsOpen("nacl-passes-declared-flows", "the direction of a line is not known",
            Behind([In, InReplies], [Out, OutReplies]).Add(AclRule, "http", Line("deny", "\"<unknown>\"", "80"))),
    ];

    /// <summary>The platform in subnets of its own, each with its route table.</summary>
    internal static SampleProgram Placed => SampleProgram.Platform()
        .Add(Vpc, "main", """{ "cidrBlock": "10.0.0.0/16", "defaultNetworkAclId": "acl-main" }""")
        .Add(Internet, "igw", """{ "vpcId": "main" }""")
        .Add(Subnet, "public-a", """{ "vpcId": "main", "cidrBlock": "10.0.0.0/24", "availabilityZone": "eu-central-1a", "tags": { "infra:tier": "public" } }""")
        .Add(Subnet, "app-a", """{ "vpcId": "main", "cidrBlock": "10.0.1.0/24", "availabilityZone": "eu-central-1a", "tags": { "infra:tier": "app" } }""")
        .Add(Subnet, "data-a", """{ "vpcId": "main", "cidrBlock": "10.0.2.0/24", "availabilityZone": "eu-central-1a", "tags": { "infra:tier": "data" } }""")
        .Add(Table, "public", """{ "vpcId": "main" }""").Add(Table, "app", """{ "vpcId": "main" }""").Add(Table, "data", """{ "vpcId": "main" }""")
        .Add(Route, "public-out", """{ "routeTableId": "public", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }""")
        .Add(Route, "app-out", """{ "routeTableId": "app", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat-1" }""")
        .Add(Association, "public-a-table", """{ "routeTableId": "public", "subnetId": "public-a" }""")
        .Add(Association, "app-a-table", """{ "routeTableId": "app", "subnetId": "app-a" }""")
        .Add(Association, "data-a-table", """{ "routeTableId": "data", "subnetId": "data-a" }""")
        .Add(Balancer, "edge", """{ "loadBalancerType": "application", "internal": false, "securityGroups": ["lb"], "subnets": ["public-a"] }""")
        .Add(Template, "clones", """{ "vpcSecurityGroupIds": ["web"] }""")
        .Add("aws:autoscaling/group:Group", "clones-group", """{ "launchTemplate": { "id": "clones" }, "vpcZoneIdentifiers": ["app-a"] }""");

    private static SampleProgram Machine(string tier) => new SampleProgram().Group("group", tier)
        .Add("aws:ec2/instance:Instance", "machine", """{ "vpcSecurityGroupIds": ["group"] }""");

    private static SampleProgram Behind(IEnumerable<string> ingress, IEnumerable<string> egress) => Placed.Add(Acl, "app-acl",
        $$"""{ "vpcId": "main", "subnetIds": ["app-a"], "ingress": [{{string.Join(", ", ingress)}}], "egress": [{{string.Join(", ", egress)}}] }""");

    private static string Denied(int number, int port) => $$"""
        { "ruleNo": {{number}}, "action": "deny", "protocol": "tcp", "fromPort": {{port}}, "toPort": {{port}}, "cidrBlock": "10.0.0.0/25" }
        """;

    private static string Line(string action, string egress, string port) => $$"""
        { "networkAclId": "app-acl", "ruleNumber": 50, "egress": {{egress}}, "ruleAction": "{{action}}", "protocol": "tcp", "fromPort": {{port}}, "toPort": {{port}},
          "cidrBlock": "10.0.0.0/24" }
        """;
}
