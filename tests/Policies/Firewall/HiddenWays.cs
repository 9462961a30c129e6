using static Infra.Policies.Verdict;

namespace Infra.Tests.Policies.Firewall;

/// <summary>Ways whose openings are all as declared: what is open lies in a group, a list or an interface that is somewhere else.</summary>
internal static class HiddenWays
{
    private const string Card = "aws:ec2/networkInterface:NetworkInterface";
    private const string Machine = "aws:ec2/instance:Instance";
    private const string Vpc = "aws:ec2/vpc:Vpc";

    private static SampleProgram Platform => SampleProgram.Platform();

    private static SampleProgram WithNetwork => Platform.Add(Vpc, "main", """{ "cidrBlock": "10.0.0.0/16", "defaultSecurityGroupId": "sg-default" }""");

    private static SampleProgram WithServer => Platform.Add(Machine, "orders", """{ "vpcSecurityGroupIds": ["db"] }""");

    public static IEnumerable<Evasion> All =>
    [
        Bad("a group of somebody else's beside the declared one", Platform.Add(Card, "card", """{ "securityGroups": ["db", "sg-0123456789abcdef0"] }""")),
        Bad("a group of somebody else's, by a resource of its own", WithServer.Add(
            "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment", "joint",
            """{ "securityGroupId": "sg-0123456789abcdef0", "networkInterfaceId": "orders" }""")),
        Bad("the default group as AWS made it beside the declared one", WithNetwork.Add(Card, "card", """{ "securityGroups": ["db", "sg-default"] }""")),
        Unclear("a group that is not known beside the declared one", Platform.Add(Card, "card", """{ "securityGroups": ["db", "<unknown>"] }""")),
        Bad("the default group as a source", WithNetwork.Ingress("in", "db", "sg-default", "tcp", 22)),
        Bad("an adopted default group as a source", WithNetwork.Add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", """{ "vpcId": "main" }""")
            .Ingress("in", "db", "default", "tcp", 22)),
        Unclear("a source that was looked up in the network", WithNetwork.Ingress("in", "db", "<unknown:main>", "tcp", 3306)),
        Bad("a source without a tier that nothing here has", Platform.Group("agents", null).Ingress("in", "db", "agents", "tcp", 22)),
        Bad("a prefix list that is only read", Platform.AdminRanges("""["10.9.0.0/16"]""")
            .Add("aws:ec2/managedPrefixList:ManagedPrefixList", "pl-1", "{}").Ingress("in", "web", "pl-1", "tcp", 22)),
        Unclear("an entry that may be in the list", Platform.AdminRanges("""["10.9.0.0/16"]""")
            .Add("aws:ec2/managedPrefixList:ManagedPrefixList", "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/16" }] }""")
            .Add("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", "more", """{ "prefixListId": "<unknown>", "cidr": "0.0.0.0/0" }""")
            .Ingress("in", "web", "pl-1", "tcp", 22)),
        Bad("a machine with a second interface of another tier", WithServer
            .Add(Card, "card", """{ "securityGroups": ["lb"], "attachments": [{ "instance": "orders", "deviceIndex": 1 }] }""")),
        Bad("the same, attached by a resource of its own", WithServer.Add(Card, "card", """{ "securityGroups": ["lb"] }""")
            .Add("aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "joint",
                """{ "instanceId": "orders", "networkInterfaceId": "card", "deviceIndex": 1 }""")),
        Bad("the same, named by the machine", Platform
            .Add(Card, "first", """{ "securityGroups": ["db"] }""").Add(Card, "second", """{ "securityGroups": ["lb"] }""")
            .Add(Machine, "orders", """
                { "primaryNetworkInterface": { "networkInterfaceId": "first" }, "networkInterfaces": [{ "networkInterfaceId": "second", "deviceIndex": 1 }] }
                """)),
        Bad("the same, while no id is known", Platform.Add(Card, "first", """{ "securityGroups": ["db"] }""")
            .Add(Card, "second", """{ "securityGroups": ["lb"] }""").Add(Machine, "orders", """
                { "networkInterfaces": [{ "networkInterfaceId": "<unknown:first:second>" }, { "networkInterfaceId": "<unknown:first:second>" }] }
                """)),
        Bad("a template whose interfaces are of two tiers", Platform.Add("aws:ec2/launchTemplate:LaunchTemplate", "clones",
            """{ "networkInterfaces": [{ "securityGroups": ["web"] }, { "securityGroups": ["lb"] }] }""")),
        Bad("an elastic address on a machine whose groups are on its interface", Platform
            .Add(Card, "card", """{ "securityGroups": ["db"], "attachments": [{ "instance": "orders", "deviceIndex": 0 }] }""")
            .Add(Machine, "orders", """{ "primaryNetworkInterface": { "networkInterfaceId": "card" } }""")
            .Add("aws:ec2/eip:Eip", "shortcut", """{ "instance": "orders" }""")),
        Bad("a function of the workers behind the load balancer", Network.RoutingCases.Placed.Group("worker", "worker").Connect("worker", "db", 3306)
            .Egress("worker-https", "worker", "0.0.0.0/0", "tcp", 443)
            .Add("aws:lambda/function:Function", "jobs", """{ "vpcConfig": { "securityGroupIds": ["worker"] } }""")
            .Add("aws:lb/targetGroup:TargetGroup", "invoked", """{ "targetType": "lambda" }""")
            .Add("aws:lb/listener:Listener", "jobs-in",
                """{ "loadBalancerArn": "edge", "port": 443, "defaultActions": [{ "type": "forward", "targetGroupArn": "invoked" }] }""")
            .Add("aws:lb/targetGroupAttachment:TargetGroupAttachment", "there", """{ "targetGroupArn": "invoked", "targetId": "jobs" }""")),
        Bad("a second block of the network declared as VPN", WithNetwork.AdminRanges("""["10.7.0.0/24"]""")
            .Add("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", """{ "vpcId": "main", "cidrBlock": "10.7.0.0/16" }""")
            .Ingress("in", "web", "10.7.0.0/24", "tcp", 22)),
        Bad("a subnet of a network from elsewhere declared as VPN", Platform.AdminRanges("""["10.7.0.0/24"]""")
            .Add("aws:ec2/subnet:Subnet", "far", """{ "vpcId": "vpc-0123", "cidrBlock": "10.7.0.0/24" }""").Ingress("in", "web", "10.7.0.0/24", "tcp", 22)),
        Bad("the network's IPv6 block declared as VPN", Platform.Add(Vpc, "main", """{ "cidrBlock": "10.0.0.0/16", "ipv6CidrBlock": "2001:db8:1::/56" }""")
            .AdminRanges("""["2001:db8:1::/64"]""").Ingress("in", "web", "2001:db8:1::/64", "tcp", 22)),
    ];

    private static Evasion Bad(string name, SampleProgram program) => new(name, Fail, program);

    private static Evasion Unclear(string name, SampleProgram program) => new(name, Undetermined, program);
}
