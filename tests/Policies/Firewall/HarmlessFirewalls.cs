using Infra.Policies;
using Infra.Tests.Policies.Network;

namespace Infra.Tests.Policies.Firewall;

/// <summary>Openings that are as declared, however much they look like the dangerous ones.</summary>
internal static class HarmlessFirewalls
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Legacy = "aws:ec2/securityGroupRule:SecurityGroupRule";
    private const string List = "aws:ec2/managedPrefixList:ManagedPrefixList";

    private static SampleProgram Platform => SampleProgram.Platform();

    private static SampleProgram WithOffice => Platform.AdminRanges("""["203.0.113.8/29", "10.9.0.0/16", "2001:db8:1::/64"]""");

    public static IEnumerable<Evasion> All =>
    [
        Good("a load balancer on 80 and 443 for everyone", Platform),
        Good("the same over IPv6", Platform.Ingress("v6", "lb", "::/0", "tcp", 443)),
        Good("443 for half the internet", Platform.Ingress("half", "lb", "0.0.0.0/1", "tcp", 443)),
        Good("443 for a partner's /29", Platform.Ingress("partner", "lb", "198.51.100.8/29", "tcp", 443)),
        Good("443 for CloudFront alone", Platform.Ingress("edge", "lb", "com.amazonaws.global.cloudfront.origin-facing", "tcp", 443)),
        Good("443 for a list by its id alone", Platform.Without("lb-http").Without("lb-https").Ingress("edge", "lb", "pl-0123456789abcdef0", "tcp", 443)),
        Good("443 for a list that cannot be seen: no list is wider than everyone", Platform.Ingress("list", "lb", "pl-0123456789abcdef0", "tcp", 443)),
        Good("443 for a source that is not known yet", Platform.Ingress("later", "lb", "<unknown>", "tcp", 443)),
        Good("443 from another tier's group", Platform.Ingress("inside", "lb", "web", "tcp", 443)),
        Good("tcp by number", Platform.Ingress("six", "lb", "0.0.0.0/0", "6", 443)),
        Good("ssh from the office, a public /29", WithOffice.Ingress("ssh", "web", "203.0.113.8/29", "tcp", 22)),
        Good("ssh from one address of the office", WithOffice.Ingress("ssh", "web", "203.0.113.9/32", "tcp", 22)),
        Good("ssh from the VPN's private range", WithOffice.Ingress("ssh", "web", "10.9.4.0/24", "tcp", 22)),
        Good("ssh from the office over IPv6", WithOffice.Ingress("ssh", "web", "2001:db8:1::/64", "tcp", 22)),
        Good("ssh from a list of declared ranges", WithOffice.Add(List, "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/17" }, { "cidr": "10.9.128.0/17" }] }""")
            .Ingress("ssh", "web", "pl-1", "tcp", 22)),
        Good("ssh from an empty list", Platform.Add(List, "pl-1", """{ "entries": [] }""").Ingress("ssh", "web", "pl-1", "tcp", 22)),
        Good("ssh by way of a jump host", WithOffice.Group("jump", "bastion").Ingress("in", "jump", "10.9.0.0/16", "tcp", 22).Connect("jump", "web", 22)),
        Good("files over SFTP for a declared partner", Platform.PartnerRanges("""["198.51.100.8/29"]""").Group("files", "file-transfer")
            .Ingress("in", "files", "198.51.100.8/29", "tcp", 22)),
        Good("the source group by reference", Platform.Ingress("again", "db", "web", "tcp", 3306)),
        Good("the source group by what it was computed from", Platform.Add(Rule, "again",
            """{ "securityGroupId": "<unknown:db>", "referencedSecurityGroupId": "<unknown:web>", "ipProtocol": "tcp", "fromPort": 3306, "toPort": 3306 }""")),
        Good("the source group with its account", Platform.Add("aws:ec2/securityGroup:SecurityGroup", "more",
                """{ "id": "sg-0a1b", "vpcId": "main", "tags": { "infra:tier": "web" } }""")
            .Add(Rule, "again", """{ "securityGroupId": "db", "referencedSecurityGroupId": "123456789012/sg-0a1b", "ipProtocol": "tcp","""
                + """ "fromPort": 3306, "toPort": 3306 }""")),
        Good("one of two web groups, whichever it is", Platform.Group("web2", "web").Add(Rule, "again",
            """{ "securityGroupId": "<unknown:web:web2>", "referencedSecurityGroupId": "lb", "ipProtocol": "tcp", "fromPort": 80, "toPort": 80 }""")),
        Good("a legacy rule for a declared path", Platform.Add(Legacy, "again",
            """{ "type": "ingress", "securityGroupId": "db", "protocol": "tcp", "fromPort": 3306, "toPort": 3306, "sourceSecurityGroupId": "web" }""")),
        Good("443 out of the web tier", Platform.Egress("out6", "web", "::/0", "tcp", 443)),
        Good("443 to S3's list", Platform.Egress("s3", "web", "com.amazonaws.eu-central-1.s3", "tcp", 443)),
        Good("MySQL to the data subnets by address", Platform.Egress("sql", "web", "10.0.32.0/20", "tcp", 3306)),
        Good("two groups of one tier on the clones", Platform.Group("web2", "web")
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "clones", """{ "vpcSecurityGroupIds": ["web", "web2"] }""")),
        Good("the adopted default group, closed, on the clones", Platform
            .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16", "defaultSecurityGroupId": "sg-default" }""")
            .Add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", """{ "vpcId": "main", "ingress": [], "egress": [] }""")
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "clones", """{ "vpcSecurityGroupIds": ["web", "sg-default"] }""")),
        Good("443 for CloudFront's list, read", Platform.Add(List, "com.amazonaws.global.cloudfront.origin-facing")
            .Ingress("edge", "lb", "com.amazonaws.global.cloudfront.origin-facing", "tcp", 443)),
        Good("groups of another provider", Platform
            .Add("openstack:compute/instance:Instance", "elsewhere", """{ "securityGroups": ["default"] }""")
            .Add("kubernetes:vpcresources.k8s.aws/v1beta1:SecurityGroupPolicy", "pods", """{ "spec": { "securityGroups": { "groupIds": ["web"] } } }""")),
        Good("a machine with two interfaces of one tier", Platform.Add("aws:ec2/instance:Instance", "clone", """{ "vpcSecurityGroupIds": ["web"] }""")
            .Add("aws:ec2/networkInterface:NetworkInterface", "card",
                """{ "securityGroups": ["web"], "attachments": [{ "instance": "clone", "deviceIndex": 1 }] }""")),
        Good("two machines with an interface each", Platform.Add("aws:ec2/instance:Instance", "clone", """{ "vpcSecurityGroupIds": ["web"] }""")
            .Add("aws:ec2/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["db"] }""")
            .Add("aws:ec2/networkInterface:NetworkInterface", "card",
                """{ "securityGroups": ["db"], "attachments": [{ "instance": "orders", "deviceIndex": 1 }] }""")),
        Good("a list whose entries are resources of their own", WithOffice.Add(List, "pl-1", """{ "maxEntries": 5, "addressFamily": "IPv4" }""")
            .Add("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", "office", """{ "prefixListId": "pl-1", "cidr": "10.9.0.0/16" }""")
            .Ingress("ssh", "web", "pl-1", "tcp", 22)),
        Good("the platform in subnets, behind routes of its own", RoutingCases.Placed),
        Good("rules that the provider will compute",
            Platform.Add("aws:ec2/securityGroup:SecurityGroup", "later", """{ "vpcId": "main", "tags": { "infra:tier": "web" } }""")),
    ];

    private static Evasion Good(string name, SampleProgram program) => new(name, Verdict.Pass, program);
}
