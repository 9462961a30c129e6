using Infra.Tests.Policies.Network;
using static Infra.Policies.Verdict;

namespace Infra.Tests.Policies.Firewall;

/// <summary>Openings that must not pass, in the many ways in which they can be written.</summary>
internal static class DangerousFirewalls
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Legacy = "aws:ec2/securityGroupRule:SecurityGroupRule";
    private const string List = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    private static SampleProgram Platform => SampleProgram.Platform();

    public static IEnumerable<Evasion> All => [.. Blocks, .. Ports, .. Forms, .. Lists, .. Groups, .. Ways, .. AroundTheGroups, .. HiddenWays.All];

    private static IEnumerable<Evasion> Blocks =>
    [
        Bad("ssh from everywhere", Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 22)),
        Bad("ssh from half the internet", Platform.Ingress("in", "web", "0.0.0.0/1", "tcp", 22)),
        Bad("ssh from the other half", Platform.Ingress("in", "web", "128.0.0.0/1", "tcp", 22)),
        Bad("ssh from one public /8", Platform.Ingress("in", "web", "8.0.0.0/8", "tcp", 22)),
        Bad("ssh from one public address", Platform.Ingress("in", "web", "8.8.8.8/32", "tcp", 22)),
        Bad("ssh from a block with host bits", Platform.Ingress("in", "web", "10.1.2.3/0", "tcp", 22)),
        Bad("ssh from a block around a private one", Platform.Ingress("in", "web", "172.0.0.0/8", "tcp", 22)),
        Bad("ssh from all of IPv6", Platform.Ingress("in", "web", "::/0", "tcp", 22)),
        Bad("ssh from IPv6's global unicast", Platform.Ingress("in", "web", "2000::/3", "tcp", 22)),
        Bad("ssh from IPv6 spelt out", Platform.Ingress("in", "web", "0000:0000:0000:0000:0000:0000:0000:0000/0", "tcp", 22)),
        Bad("ssh from the private network, which nobody declared", Platform.Ingress("in", "web", "10.0.0.0/16", "tcp", 22)),
        Bad("ssh from an address that is read as octal", Platform.Ingress("in", "web", "010.0.0.0/8", "tcp", 22)),
        Bad("ssh from more than the declared range", Platform.AdminRanges("""["203.0.113.8/29"]""").Ingress("in", "web", "203.0.113.0/24", "tcp", 22)),
        Bad("ssh from a partner at the clones", Platform.PartnerRanges("""["203.0.113.8/29"]""").Ingress("in", "web", "203.0.113.8/29", "tcp", 22)),
        Bad("files over SFTP for everyone", Platform.Group("files", "file-transfer").Ingress("in", "files", "0.0.0.0/0", "tcp", 22)),
        Bad("half the internet declared as VPN", Platform.AdminRanges("""["0.0.0.0/1"]""").Ingress("in", "web", "0.0.0.0/1", "tcp", 22)),
        Bad("ssh from everywhere while the declared ranges are not known", Platform.AdminRanges("\"<unknown>\"").Ingress("in", "web", "0.0.0.0/0", "tcp", 22)),
        Unclear("ssh from an office while the declared ranges are not known",
            Platform.AdminRanges("\"<unknown>\"").Ingress("in", "web", "203.0.113.8/29", "tcp", 22)),
        Bad("the internet declared as VPN in pieces", Platform.AdminRanges(Pieces).Ingress("in", "web", "198.51.100.0/24", "tcp", 22)),
    ];

    private static IEnumerable<Evasion> Ports =>
    [
        Bad("MySQL from everywhere", Platform.Ingress("in", "db", "0.0.0.0/0", "tcp", 3306)),
        Bad("Redis from everywhere", Platform.Ingress("in", "cache", "0.0.0.0/0", "tcp", 6379)),
        Bad("all protocols from everywhere", Platform.Ingress("in", "web", "0.0.0.0/0", "-1", -1)),
        Bad("all protocols, by name", Platform.Ingress("in", "web", "0.0.0.0/0", "all", 0)),
        Bad("tcp by number", Platform.Ingress("in", "web", "0.0.0.0/0", "6", 22)),
        Bad("tcp in capitals", Platform.Ingress("in", "web", "0.0.0.0/0", "TCP", 22)),
        Bad("a range with MySQL and RDP in it", Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 3000, 4000)),
        Bad("every port but 22 and 3389 by name", Platform.Ingress("in", "lb", "0.0.0.0/0", "tcp", 23, 3388)),
        Bad("80 to 443 as one range", Platform.Ingress("in", "lb", "0.0.0.0/0", "tcp", 80, 443)),
        Bad("443 over udp", Platform.Ingress("in", "lb", "0.0.0.0/0", "udp", 443)),
        Bad("ports left out", Platform.Add(Rule, "in", """{ "securityGroupId": "lb", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp" }""")),
        Bad("ports of minus one", Platform.Ingress("in", "lb", "0.0.0.0/0", "tcp", -1)),
        Bad("a range backwards", Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 4000, 20)),
        Bad("ports as text", Platform.Add(Rule, "in",
            """{ "securityGroupId": "web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": "22", "toPort": "22" }""")),
        Bad("a tunnel protocol with a harmless port", Platform.Ingress("in", "lb", "0.0.0.0/0", "47", 80)),
        Bad("the web tier itself from everywhere", Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 80)),
    ];

    private static IEnumerable<Evasion> Forms =>
    [
        Bad("inline", new SampleProgram().Group("web", "web", Inline("""{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"] }"""))),
        Bad("inline, after a self rule", new SampleProgram().Group("web", "web", Inline("""
            { "protocol": "tcp", "fromPort": 1, "toPort": 1, "self": true }, { "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"] }
            """))),
        Bad("inline, beside a prefix list", new SampleProgram().Group("web", "web", Inline(
            """{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "prefixListIds": ["pl-1"], "cidrBlocks": ["0.0.0.0/0"] }"""))),
        Bad("inline, as the second block", new SampleProgram().Group("web", "web", Inline(
            """{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["10.0.0.0/8", "0.0.0.0/0"] }"""))),
        Bad("inline, IPv6", new SampleProgram().Group("web", "web", Inline(
            """{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": [], "ipv6CidrBlocks": ["::/0"] }"""))),
        Bad("a legacy rule", Platform.Add(Legacy, "in",
            """{ "type": "ingress", "securityGroupId": "web", "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"] }""")),
        Bad("a legacy rule with self beside the block", Platform.Add(Legacy, "in",
            """{ "type": "ingress", "securityGroupId": "db", "protocol": "-1", "fromPort": 0, "toPort": 0, "self": true, "ipv6CidrBlocks": ["::/0"] }""")),
        Bad("the group known only by what the rule was computed from", Platform.Add(Rule, "in",
            """{ "securityGroupId": "<unknown:db>", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 3306, "toPort": 3306 }""")),
        Bad("one of two groups, whichever it is", Platform.Add(Rule, "in",
            """{ "securityGroupId": "<unknown:db:cache>", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22 }""")),
        Bad("a path to a group that is not in the program", Platform.Ingress("in", "sg-0a1b2c3d4e5f60718", "web", "tcp", 3306)),
        Unclear("a path to a group that is not known", Platform.Ingress("in", "<unknown>", "web", "tcp", 3306)),
        Bad("a path to a group that is not known, on a port that no tier has", Platform.Ingress("in", "<unknown>", "web", "tcp", 8080)),
        Bad("a group that is not in the program", Platform.Ingress("in", "sg-0a1b2c3d4e5f60718", "0.0.0.0/0", "tcp", 22)),
        Bad("the VPC's default group", Platform.Add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default",
            """{ "ingress": [{ "protocol": "-1", "fromPort": 0, "toPort": 0, "self": true }] }""")),
        Bad("a secret block", Platform.Add(Rule, "in",
            """{ "securityGroupId": "web", "cidrIpv4": { "<secret>": "0.0.0.0/0" }, "ipProtocol": "tcp", "fromPort": 22, "toPort": 22 }""")),
    ];

    private static IEnumerable<Evasion> Lists =>
    [
        Bad("a prefix list of half the internet",
            Platform.Add(List, "pl-1", """{ "entries": [{ "cidr": "0.0.0.0/1" }] }""").Ingress("in", "web", "pl-1", "tcp", 22)),
        Bad("a prefix list with an entry of its own resource", Platform.Add(List, "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/16" }] }""")
            .AdminRanges("""["10.9.0.0/16"]""").Ingress("in", "web", "pl-1", "tcp", 22)
            .Add("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", "more", """{ "prefixListId": "<unknown:pl-1>", "cidr": "0.0.0.0/0" }""")),
        Bad("a prefix list of another account", Platform.Ingress("in", "web", "pl-0123456789abcdef0", "tcp", 22)),
        Bad("CloudFront's list at the web tier", Platform.Ingress("in", "web", "com.amazonaws.global.cloudfront.origin-facing", "tcp", 80)),
        Unclear("a prefix list with an entry that is not known", Platform.AdminRanges("""["10.9.0.0/16"]""")
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/16" }, { "cidr": "<unknown>" }] }""").Ingress("in", "web", "pl-1", "tcp", 22)),
    ];

    private static IEnumerable<Evasion> Groups =>
    [
        Bad("the load balancer straight to the database", Platform.Connect("lb", "db", 3306)),
        Bad("the web tier to itself", Platform.Connect("web", "web", 80)),
        Bad("the cache to the database", Platform.Connect("cache", "db", 3306)),
        Bad("the database's group open to itself", Platform.Ingress("in", "db", "db", "-1", -1)),
        Bad("all protocols between declared tiers", Platform.Ingress("in", "web", "lb", "-1", -1)),
        Bad("a wide range between declared tiers", Platform.Ingress("in", "db", "web", "tcp", 1024, 65535)),
        Bad("a load balancer's group on the clones", Platform.Add(Template, "clones", """{ "vpcSecurityGroupIds": ["web", "lb"] }""")),
        Bad("a group without a tier on the clones", Platform.Group("extra", null).Ingress("in", "extra", "10.0.0.0/8", "tcp", 8080)
            .Add(Template, "clones", """{ "vpcSecurityGroupIds": ["web", "extra"] }""")),
        Bad("a tier that is not in the matrix", Platform.Group("proxy", "proxy").Connect("proxy", "db", 3306)),
        Unclear("a source that is not known", Platform.Ingress("in", "db", "<unknown>", "tcp", 3306)),
        Bad("a source that is not known, on a port that nobody may use", Platform.Ingress("in", "db", "<unknown>", "tcp", 8080)),
    ];

    private static IEnumerable<Evasion> Ways =>
    [
        Bad("a jump host that strangers reach", Platform.Group("jump", "bastion").Ingress("in", "jump", "0.0.0.0/0", "tcp", 22).Connect("jump", "web", 22)),
        Bad("a way out for the database", Platform.Egress("out", "db", "0.0.0.0/0", "-1", -1)),
        Bad("a way out for the clones on every port", Platform.Egress("out", "web", "0.0.0.0/0", "tcp", 0, 65535)),
        Bad("a way out in two halves", Platform.Egress("a", "lb", "0.0.0.0/1", "-1", -1).Egress("b", "lb", "128.0.0.0/1", "-1", -1)),
    ];

    private static IEnumerable<Evasion> AroundTheGroups =>
    [
        Bad("a route from the data subnets to the internet gateway", RoutingCases.Placed
            .Add("aws:ec2/route:Route", "hurried", """{ "routeTableId": "data", "destinationCidrBlock": "203.0.113.0/24", "gatewayId": "igw" }""")),
        Bad("clones in the public subnets", RoutingCases.Placed.Without("clones-group").Add("aws:autoscaling/group:Group", "clones-group",
            """{ "launchTemplate": { "id": "clones" }, "vpcZoneIdentifiers": ["public-a"] }""")),
        Bad("an elastic address on a database machine", RoutingCases.Placed
            .Add("aws:ec2/instance:Instance", "orders", """{ "subnetId": "data-a", "vpcSecurityGroupIds": ["db"] }""")
            .Add("aws:ec2/eip:Eip", "shortcut", """{ "instance": "orders" }""")),
        Bad("clones without any group, so in the default one", RoutingCases.Placed.Without("clones").Add(Template, "clones", """{ "imageId": "ami-1" }""")),
        Bad("a listener that forwards to the database", RoutingCases.Placed
            .Add("aws:lb/targetGroup:TargetGroup", "sql", """{ "port": 3306, "protocol": "TCP" }""")
            .Add("aws:lb/listener:Listener", "sql-in",
                """{ "loadBalancerArn": "edge", "port": 443, "defaultActions": [{ "type": "forward", "targetGroupArn": "sql" }] }""")
            .Add("aws:ec2/instance:Instance", "orders", """{ "subnetId": "data-a", "vpcSecurityGroupIds": ["db"] }""")
            .Add("aws:lb/targetGroupAttachment:TargetGroupAttachment", "there", """{ "targetGroupArn": "sql", "targetId": "orders" }""")),
        Bad("a network ACL that forgets the replies", RoutingCases.Placed.Add("aws:ec2/networkAcl:NetworkAcl", "tight", """
            { "vpcId": "main", "subnetIds": ["app-a"],
              "ingress": [{ "ruleNo": 100, "action": "allow", "protocol": "tcp", "fromPort": 80, "toPort": 80, "cidrBlock": "10.0.0.0/24" }] }
            """)),
    ];

    private static string Pieces => "[" + string.Join(", ", Enumerable.Range(0, 4).Select(part => $"\"198.51.{100 + part}.0/24\"")) + "]";

    private static string Inline(string rules) => $", \"ingress\": [{rules}]";

    private static Evasion Bad(string name, SampleProgram program) => new(name, Fail, program);

    private static Evasion Unclear(string name, SampleProgram program) => new(name, Undetermined, program);
}
