using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class NetworkFactCases
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Eip = "aws:ec2/eip:Eip";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Parameter = "aws:ssm/parameter:Parameter";
    private const string Role = "aws:iam/role:Role";

    private const string Peering = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-block-size", Vpc,
            (Pass, "a /16", """{ "cidrBlock": "10.40.0.0/16" }"""), (Fail, "a /8", """{ "cidrBlock": "10.0.0.0/8" }"""),
            (Fail, "bits beyond the prefix", """{ "cidrBlock": "100.68.0.18/18" }"""), (Undetermined, "not known", """{ "cidrBlock": "<unknown>" }""")),
        .. Of("deploy-block-size", "aws:ec2/subnet:Subnet", (Fail, "a /29", """{ "cidrBlock": "10.40.0.0/29" }""")),
        Passes("deploy-eip-quota", "five, and one elsewhere", Addresses(5).Add(Eip, "far", """{ "region": "us-east-1" }""")),
        Fails("deploy-eip-quota", "six in a region", Addresses(6), "region"),
        IsOpen("deploy-eip-quota", "not known", Addresses(5).Add(Eip, "far", """{ "region": "<unknown>" }"""), "region"),
        Passes("deploy-peering-once", "a second to another network", Peered("\"<unknown:near>\"", "\"<unknown:third>\"")),
        IsOpen("deploy-peering-once", "a second to nobody knows what", Peered("\"<unknown:near>\"", "\"<unknown>\""), "peerVpcId"),
        Fails("deploy-peering-once", "a second between the same", Peered("\"<unknown:near>\"", "\"<unknown:far>\""), "peerVpcId"),
        Fails("deploy-peering-once", "a second the other way round", Peered("\"<unknown:far>\"", "\"<unknown:near>\""), "peerVpcId"),
        Fails("deploy-peering-once", "a second to a network of others", new SampleProgram().Add(Vpc, "near")
            .Add(Peering, "first", """{ "vpcId": "<unknown:near>", "peerVpcId": "vpc-1" }""")
            .Add(Peering, "second", """{ "vpcId": "<unknown:near>", "peerVpcId": "vpc-1" }"""), "peerVpcId"),
        IsOpen("deploy-peering-once", "two networks that another program tells", new SampleProgram().Add(Vpc, "near")
            .Add("pulumi:pulumi:StackReference", "elsewhere")
            .Add(Peering, "first", """{ "vpcId": "<unknown:near>", "peerVpcId": "<unknown:elsewhere>" }""")
            .Add(Peering, "second", """{ "vpcId": "<unknown:near>", "peerVpcId": "<unknown:elsewhere>" }"""), "peerVpcId"),
        IsOpen("deploy-peering-once", "one of two networks", Peered("\"<unknown:near>\"", "\"<unknown:far:third>\""), "peerVpcId"),
        Passes("deploy-private-dns", "an endpoint in a network that resolves names", PrivateNames("true")),
        Passes("deploy-private-dns", "a zone in such a network", PrivateZone("true")),
        Fails("deploy-private-dns", "an endpoint in one that does not", PrivateNames("false"), "enableDnsHostnames"),
        Fails("deploy-private-dns", "a zone in one that does not", PrivateZone("false"), "enableDnsHostnames"),
        IsOpen("deploy-private-dns", "not known", PrivateNames("\"<unknown>\""), "enableDnsHostnames"),
        .. Of("deploy-sg-rule-port", Rule,
            (Pass, "a port of TCP", """{ "ipProtocol": "tcp", "fromPort": 80, "toPort": 80 }"""), (Pass, "all traffic", """{ "ipProtocol": "-1" }"""),
            (Fail, "a port of all traffic", """{ "ipProtocol": "-1", "fromPort": 0, "toPort": 65535 }"""),
            (Undetermined, "not known", """{ "ipProtocol": "<unknown>", "fromPort": 80 }""")),
        .. Of("deploy-sg-rule-end", Rule,
            (Pass, "a group", """{ "referencedSecurityGroupId": "<unknown>" }"""), (Fail, "none", """{ "fromPort": 80 }"""),
            (Fail, "two", """{ "cidrIpv4": "10.0.0.0/8", "cidrIpv6": "::/0" }""")),
        Passes("deploy-one-vpc", "a balancer in one network", Balanced("main")),
        Fails("deploy-one-vpc", "a balancer in two", Balanced("other"), "subnets"),
        IsOpen("deploy-one-vpc", "not known", Balanced("<unknown:main:other>")),
        Passes("deploy-one-vpc", "a group that is associated with another network", Balanced("other").Add(
            "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "shared", """{ "securityGroupId": "<unknown:web>", "vpcId": "main" }""")),
        Fails("deploy-one-vpc", "a group that is associated with a third network", Balanced("other").Add("aws:ec2/vpc:Vpc", "third").Add(
            "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "shared", """{ "securityGroupId": "<unknown:web>", "vpcId": "third" }""")),
        IsOpen("deploy-one-vpc", "a group of perhaps another network that is associated with a third", new SampleProgram()
            .Add("aws:ec2/vpc:Vpc", "main").Add("aws:ec2/vpc:Vpc", "other").Add("aws:ec2/vpc:Vpc", "third")
            .Add("aws:ec2/subnet:Subnet", "app", """{ "vpcId": "main" }""")
            .Add("aws:ec2/securityGroup:SecurityGroup", "web", """{ "vpcId": "<unknown:main:other>" }""")
            .Add("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "shared", """{ "securityGroupId": "<unknown:web>", "vpcId": "third" }""")
            .Add(Balancer, "edge", """{ "subnets": ["app"], "securityGroups": ["web"] }""")),
        IsOpen("deploy-one-vpc", "one of two subnets", new SampleProgram().Add("aws:ec2/vpc:Vpc", "main").Add("aws:ec2/vpc:Vpc", "other")
            .Add("aws:ec2/subnet:Subnet", "a", """{ "vpcId": "main" }""").Add("aws:ec2/subnet:Subnet", "b", """{ "vpcId": "other" }""")
            .Add(Balancer, "edge", """{ "subnets": ["<unknown:a:b>"] }""")),
        Fails("deploy-one-vpc", "as many subnets as they were computed from", Networks("other").Add("aws:ec2/subnet:Subnet", "b", """{ "vpcId": "main" }""")
            .Add(Balancer, "edge", """{ "subnets": ["<unknown:a>", "<unknown:b>"], "securityGroups": ["<unknown:web>"] }""")),
        Passes("deploy-one-vpc", "a group of the network that is also associated with another, not known which", Networks("main")
            .Add(Vpc, "third", """{ "cidrBlock": "10.60.0.0/16" }""")
            .Add("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "shared", """{ "securityGroupId": "web", "vpcId": "<unknown:other:third>" }""")
            .Add(Balancer, "edge", """{ "subnets": ["a"], "securityGroups": ["web"] }""")),
        IsOpen("deploy-one-vpc", "interfaces that are not known", new SampleProgram().Add("aws:ec2/vpc:Vpc", "main").Add("aws:ec2/vpc:Vpc", "other")
            .Add("aws:ec2/subnet:Subnet", "a", """{ "vpcId": "main" }""").Add(Group, "web", """{ "vpcId": "<unknown:main:other>" }""")
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "networkInterfaces": "<unknown:web>" }""")
            .Add("aws:autoscaling/group:Group", "clones", """{ "vpcZoneIdentifiers": ["a"], "launchTemplate": { "id": "<unknown:template>" } }""")),
        Passes("deploy-one-vpc", "clones in one network", Clones("main")),
        Fails("deploy-one-vpc", "clones in two", Clones("other"), "vpcZoneIdentifiers"),
        .. Of("deploy-fixed-name", Group, (Pass, "made by the provider", """{ "vpcId": "main" }"""), (Fail, "fixed", """{ "vpcId": "main", "name": "web" }""")),
        .. Of("deploy-fixed-name", "aws:lb/targetGroup:TargetGroup", (Fail, "fixed, of targets", """{ "name": "web" }""")),
        .. Of("deploy-fixed-name", "aws:rds/parameterGroup:ParameterGroup", (Fail, "fixed, of settings", """{ "name": "orders", "family": "mysql8.4" }""")),
        Passes("deploy-name-once", "two names", Names(Queue, "orders", "mails")),
        Passes("deploy-name-once", "one in each region", new SampleProgram().Add(Queue, "a",
            """{ "name": "orders", "region": "eu-central-1" }""").Add(Queue, "b", """{ "name": "orders", "region": "us-east-1" }""")),
        Fails("deploy-name-once", "one name", Names(Queue, "orders", "orders"), "name"),
        Fails("deploy-name-once", "one name of a role", Names(Role, "web", "web"), "name"),
        IsOpen("deploy-name-once", "not known", Names(Role, "web", "<unknown>"), "name"),
        Passes("deploy-name-once", "two names of parameters", Names(Parameter, "/shop/test/sessions", "/shop/test/baskets")),
        Passes("deploy-name-once", "a parameter in each region", new SampleProgram().Add(Parameter, "a",
            """{ "name": "/shop", "region": "eu-central-1" }""").Add(Parameter, "b", """{ "name": "/shop", "region": "us-east-1" }""")),
        Passes("deploy-name-once", "a parameter that takes over another", Names(Parameter, "/shop").Add(Parameter, "second", Over("true"))),
        Fails("deploy-name-once", "one name of a parameter", Names(Parameter, "/shop", "/shop"), "name"),
        Fails("deploy-name-once", "a parameter that takes over none", Names(Parameter, "/shop").Add(Parameter, "second", Over("false")), "name"),
        IsOpen("deploy-name-once", "a parameter that is not known", Names(Parameter, "/shop", "<unknown>"), "name"),
        IsOpen("deploy-name-once", "whether it takes over", Names(Parameter, "/shop").Add(Parameter, "second", Over("\"<unknown>\"")), "name"),
        Fails("deploy-name-once", "one name of an alias", Names("aws:kms/alias:Alias", "alias/shop", "alias/shop"), "name"),
        Fails("deploy-name-once", "one name of a log group", Names("aws:cloudwatch/logGroup:LogGroup", "/shop", "/shop"), "name"),
        Fails("deploy-name-once", "one name of a vault", Names("aws:backup/vault:Vault", "shop", "shop"), "name"),
        Fails("deploy-name-once", "one id of a cache's user", Twice("aws:elasticache/user:User", "userId"), "userId"),
        Fails("deploy-name-once", "one id of a group of them", Twice("aws:elasticache/userGroup:UserGroup", "userGroupId"), "userGroupId"),
        Passes("deploy-name-once", "a topic, which both are then", Names("aws:sns/topic:Topic", "orders", "orders")),
        Passes("deploy-name-once", "a store of each kind", Stores("documents", "graph")),
        Fails("deploy-name-once", "two kinds of store and one name", Stores("store", "store"), "clusterIdentifier"),
        IsOpen("deploy-name-once", "a store that is not known", Stores("store", "<unknown>"), "clusterIdentifier"),
        Fails("deploy-name-once", "one balancer by two of its types", new SampleProgram().Add(Balancer, "first", """{ "name": "edge" }""")
            .Add("aws:alb/loadBalancer:LoadBalancer", "second", """{ "name": "edge" }"""), "name"),
    ];

    private static SampleProgram Peered(string asking, string asked) => new SampleProgram().Add(Vpc, "near").Add(Vpc, "far").Add(Vpc, "third")
        .Add(Peering, "first", """{ "vpcId": "<unknown:near>", "peerVpcId": "<unknown:far>" }""")
        .Add(Peering, "second", $$"""{ "vpcId": {{asking}}, "peerVpcId": {{asked}} }""");

    private static SampleProgram Addresses(int count) => Enumerable.Range(1, count).Aggregate(
        new SampleProgram(), (program, number) => program.Add(Eip, $"nat-{number}", """{ "region": "eu-central-1" }"""));

    private static SampleProgram PrivateNames(string hostnames) => new SampleProgram()
        .Add(Vpc, "main", $$"""{ "cidrBlock": "10.40.0.0/16", "enableDnsHostnames": {{hostnames}} }""")
        .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "ssm", """{ "vpcEndpointType": "Interface", "privateDnsEnabled": true, "vpcId": "<unknown:main>" }""");

    private static SampleProgram PrivateZone(string hostnames) => new SampleProgram()
        .Add(Vpc, "main", $$"""{ "cidrBlock": "10.40.0.0/16", "enableDnsHostnames": {{hostnames}}, "enableDnsSupport": true }""")
        .Add("aws:route53/zone:Zone", "internal", """{ "name": "shop.internal", "vpcs": [{ "vpcId": "main" }] }""");

    private static SampleProgram Networks(string groups) => new SampleProgram().Add(Vpc, "main", """{ "cidrBlock": "10.40.0.0/16" }""")
        .Add(Vpc, "other", """{ "cidrBlock": "10.50.0.0/16" }""").Add("aws:ec2/subnet:Subnet", "a", """{ "vpcId": "main" }""")
        .Add(Group, "web", $$"""{ "vpcId": "{{groups}}" }""");

    private static SampleProgram Balanced(string groups) =>
        Networks(groups).Add(Balancer, "edge", """{ "subnets": ["a"], "securityGroups": ["<unknown:web>"] }""");

    private static SampleProgram Clones(string groups) => Networks(groups)
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "networkInterfaces": [{ "securityGroups": ["web"] }] }""")
        .Add("aws:autoscaling/group:Group", "clones", """{ "vpcZoneIdentifiers": ["a"], "launchTemplate": { "id": "<unknown:template>" } }""");

    private static SampleProgram Names(string type, string first, string second) =>
        Names(type, first).Add(type, "second", $$"""{ "name": "{{second}}" }""");

    private static SampleProgram Names(string type, string first) => new SampleProgram().Add(type, "first", $$"""{ "name": "{{first}}" }""");

    private static string Over(string overwrite) => $$"""{ "name": "/shop", "overwrite": {{overwrite}} }""";

    private static SampleProgram Twice(string type, string property) => new SampleProgram()
        .Add(type, "first", $$"""{ "{{property}}": "shop" }""").Add(type, "second", $$"""{ "{{property}}": "shop" }""");

    private static SampleProgram Stores(string documents, string graph) => new SampleProgram()
        .Add("aws:docdb/cluster:Cluster", "documents", $$"""{ "clusterIdentifier": "{{documents}}" }""")
        .Add("aws:neptune/cluster:Cluster", "graph", $$"""{ "clusterIdentifier": "{{graph}}" }""");
}
