using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

internal static class NetworkCases
{
    private const string DefaultGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

    private const string Peering = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";

    private static SampleProgram Joined(string tier = "app", string block = "10.9.0.0/19") => SampleProgram.Platform()
        .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16" }""").Add("aws:ec2/vpc:Vpc", "far", """{ "cidrBlock": "10.9.0.0/16" }""")
        .Add("aws:ec2/subnet:Subnet", "far-a", $$"""{ "vpcId": "far", "cidrBlock": "10.9.0.0/19", "tags": { "infra:tier": "{{tier}}" } }""")
        .Add(Peering, "way", """{ "vpcId": "far", "peerVpcId": "main" }""")
        .Ingress("sql", "db", block, "tcp", 3306);

    private static SampleProgram Platform => SampleProgram.Platform();

    public static IEnumerable<RuleCase> All =>
    [
        .. Openings,
        Passes("tier-matrix-complete", "every required path", Platform),
        Passes("tier-matrix-complete", "an internal load balancer has no visitors", Platform.Without("lb-http").Without("lb-https")
            .Add("aws:lb/loadBalancer:LoadBalancer", "inside", """{ "internal": true, "securityGroups": ["lb"] }""")),
        Passes("tier-matrix-complete", "a tier alone", new SampleProgram().Group("db", "database")),
        Passes("tier-matrix-complete", "egress to any address covers the path", Platform.Without("lb-to-web").Egress("lb-out", "lb", "0.0.0.0/0", "tcp", 80)),
        Fails("tier-matrix-complete", "no egress at the source", Platform.Without("lb-to-web")),
        Fails("tier-matrix-complete", "no ingress at the target", Platform.Without("db-from-web")),
        Passes("tier-matrix-complete", "one of two machine tiers reaches the store", Platform.Group("app", "app")),
        Passes("tier-matrix-complete", "the machines reach the database by way of a proxy alone", Platform.Without("db-from-web").Without("web-to-db")
            .Group("proxy", "database-proxy").Connect("web", "proxy", 3306).Connect("proxy", "db", 3306)),
        Fails("tier-matrix-complete", "no machine reaches the store", Platform.Group("documents", "document")
            .Ingress("documents-from-web", "documents", "web", "tcp", 27017)),
        Fails("tier-matrix-complete", "the internal balancer is cut off from its machines", Platform.Group("app", "app")
            .Group("inside", "internal-load-balancer").Connect("web", "inside", 443).Egress("app-https", "app", "0.0.0.0/0", "tcp", 443)),
        Fails("tier-matrix-complete", "no visitor", Platform.Without("lb-http").Without("lb-https")),
        IsOpen("tier-matrix-complete", "the source is not known", Platform.Without("web-from-lb").Ingress("web-from-lb", "web", "<unknown>", "tcp", 80)),

        Passes("sg-tier-label", "labelled", Platform),
        Passes("sg-tier-label", "not in use", new SampleProgram().Group("spare", null)),
        Fails("sg-tier-label", "no label, with a rule",
            new SampleProgram().Group("web", null).Ingress("in", "web", "10.0.0.0/16", "tcp", 80), "tags.infra:tier"),
        Fails("sg-tier-label", "no label, attached", new SampleProgram().Group("web", null)
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "clones", """{ "vpcSecurityGroupIds": ["<unknown:web>"] }""")),
        Fails("sg-tier-label", "a label that the matrix does not know", new SampleProgram().Group("web", "frontend").Ingress("in", "web", "web", "tcp", 80)),
        IsOpen("sg-tier-label", "the label is not known", new SampleProgram().Group("web", "<unknown>").Ingress("in", "web", "web", "tcp", 80)),

        Passes("sg-one-tier", "two groups of one tier", Interface("web", "web")),
        Fails("sg-one-tier", "two tiers on one interface", Interface("load-balancer", "web"), "vpcSecurityGroupIds"),
        IsOpen("sg-one-tier", "a label is not known", Interface("web", "<unknown>")),

        Passes("sg-attached-declared", "groups of the program", Interface("web", "web")),
        Fails("sg-attached-declared", "one that is not in the program", new SampleProgram().Group("db", "database")
            .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["db", "sg-0123456789abcdef0"] }"""), "vpcSecurityGroupIds[1]"),
        Fails("sg-attached-declared", "one by a name", new SampleProgram().Group("web", "web")
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "clones", """{ "securityGroupNames": ["open-to-the-world"] }"""), "securityGroupNames[0]"),
        Fails("sg-attached-declared", "the default one of a network", new SampleProgram()
            .Add("aws:ec2/vpc:Vpc", "main", """{ "defaultSecurityGroupId": "sg-default" }""")
            .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["sg-default"] }"""), "vpcSecurityGroupIds[0]"),
        Passes("sg-attached-declared", "what a component tells of its groups",
            new SampleProgram().Add("infra:compute:WebCluster", "web", """{ "securityGroupIds": ["sg-0123456789abcdef0"] }""")),
        Passes("sg-attached-declared", "two that are not there yet", new SampleProgram().Group("db", "database").Group("more", "database")
            .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["<unknown:db:more>", "<unknown:db:more>"] }""")),
        IsOpen("sg-attached-declared", "two, of which one at most is the program's", new SampleProgram().Group("db", "database")
            .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["<unknown:db>", "<unknown:db>"] }"""), "vpcSecurityGroupIds[1]"),
        IsOpen("sg-attached-declared", "one of them is not known", new SampleProgram().Group("db", "database")
            .Add("aws:rds/instance:Instance", "orders", """{ "vpcSecurityGroupIds": ["db", "<unknown>"] }"""), "vpcSecurityGroupIds[1]"),

        Passes("sg-attached-declared", "an interface of the program", new SampleProgram().Group("web", "web")
            .Add("aws:ec2/networkInterface:NetworkInterface", "card", """{ "securityGroups": ["web"] }""")
            .Add("aws:ec2/instance:Instance", "box", """{ "networkInterfaces": [{ "networkInterfaceId": "<unknown:card>", "deviceIndex": 0 }] }""")),
        IsOpen("sg-attached-declared", "an interface of another program", new SampleProgram().Group("web", "web")
            .Add("aws:ec2/instance:Instance", "box", """{ "primaryNetworkInterface": { "networkInterfaceId": "eni-0123456789abcdef0" } }"""),
            "primaryNetworkInterface.networkInterfaceId"),
        IsOpen("sg-attached-declared", "one that is attached to a machine", new SampleProgram().Group("web", "web")
            .Add("aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "joint", """{ "networkInterfaceId": "eni-0123456789abcdef0" }"""),
            "networkInterfaceId"),
        Passes("admin-ranges-narrow", "an office and a private network",
            new SampleProgram().AdminRanges("""["203.0.113.8/29", "10.0.0.0/8", "2001:db8:1::/48"]""")),
        Fails("admin-ranges-narrow", "half the internet", new SampleProgram().AdminRanges("""["0.0.0.0/1"]"""), "adminRanges[0]"),
        Fails("admin-ranges-narrow", "/23 of public space", new SampleProgram().AdminRanges("""["198.51.100.0/23"]""")),
        Fails("admin-ranges-narrow", "two narrow ones that make a wide one", new SampleProgram().AdminRanges("""["198.51.100.0/24", "198.51.101.0/24"]""")),
        Fails("admin-ranges-narrow", "all of IPv6", new SampleProgram().AdminRanges("""["2000::/3"]""")),
        Fails("admin-ranges-narrow", "all unique local addresses", new SampleProgram().AdminRanges("""["fc00::/7"]""")),
        Fails("admin-ranges-narrow", "the platform's own network", new SampleProgram().Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.20.0.0/16" }""")
            .AdminRanges("""["10.0.0.0/8"]"""), "adminRanges[0]"),
        Passes("admin-ranges-narrow", "beside the platform's own network", new SampleProgram()
            .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.20.0.0/16" }""")
            .AdminRanges("""["10.250.0.0/24"]""")),
        Fails("admin-ranges-narrow", "no block", new SampleProgram().AdminRanges("""["office"]""")),
        Passes("admin-ranges-narrow", "a partner's addresses", new SampleProgram().PartnerRanges("""["203.0.113.8/29"]""")),
        Fails("admin-ranges-narrow", "half the internet as a partner", new SampleProgram().PartnerRanges("""["0.0.0.0/1"]"""), "partnerRanges[0]"),
        IsOpen("admin-ranges-narrow", "not known", new SampleProgram().AdminRanges("\"<unknown>\""), "adminRanges"),

        Passes("sg-single-rule-style", "rule resources only", Platform),
        Passes("sg-single-rule-style", "inline only", new SampleProgram().Group("web", "web", Inline("10.0.0.0/8"))),
        Fails("sg-single-rule-style", "both",
            new SampleProgram().Group("web", "web", Inline("10.0.0.0/8")).Ingress("in", "web", "10.0.0.0/8", "tcp", 80), "ingress"),
        IsOpen("sg-single-rule-style", "inline rules are not known",
            new SampleProgram().Group("web", "web", ", \"ingress\": \"<unknown>\"").Ingress("in", "web", "10.0.0.0/8", "tcp", 80)),
        IsOpen("sg-single-rule-style", "the rule's group is not known", new SampleProgram().Group("web", "web", Inline("10.0.0.0/8")).Group("other", "web")
            .Ingress("in", "<unknown:web:other>", "10.0.0.0/8", "tcp", 80)),

        Passes("default-sg-closed", "empty", new SampleProgram().Add(DefaultGroup, "default", """{ "ingress": [], "egress": [] }""")),
        Fails("default-sg-closed", "as AWS makes it", new SampleProgram().Add(DefaultGroup, "default",
            """{ "ingress": [{ "protocol": "-1", "fromPort": 0, "toPort": 0, "self": true }] }"""), "ingress[0].self"),
        Fails("default-sg-closed", "opened by a rule resource", new SampleProgram()
            .Add("aws:ec2/vpc:Vpc", "main", """{ "defaultSecurityGroupId": "sg-default" }""")
            .Ingress("in", "sg-default", "10.0.0.0/8", "tcp", 80)),
        IsOpen("default-sg-closed", "perhaps of a group that was looked up in the network", new SampleProgram().Add("aws:ec2/vpc:Vpc", "main")
            .Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in",
                """{ "securityGroupId": "<unknown:main>", "cidrIpv4": "10.0.0.0/16", "ipProtocol": "tcp", "fromPort": 80, "toPort": 80 }""")),
        IsOpen("default-sg-closed", "perhaps of a group that was looked up in a network whose default one is adopted",
            new SampleProgram().Add("aws:ec2/vpc:Vpc", "main").Add(DefaultGroup, "default", """{ "vpcId": "main" }""")
                .Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in",
                    """{ "securityGroupId": "<unknown:main>", "cidrIpv4": "10.0.0.0/16", "ipProtocol": "tcp", "fromPort": 80, "toPort": 80 }""")),
        IsOpen("default-sg-closed", "not known", new SampleProgram().Add(DefaultGroup, "default", """{ "ingress": "<unknown>" }"""), "ingress"),

        Passes("vpc-flow-logs", "logged", Logged("main", "ALL")),
        Passes("vpc-flow-logs", "logged, by what the log was computed from", Logged("<unknown:main>", "REJECT")),
        Fails("vpc-flow-logs", "not logged", new SampleProgram().Add("aws:ec2/vpc:Vpc", "main")),
        Fails("vpc-flow-logs", "only what was accepted", Logged("main", "ACCEPT"), "trafficType"),
        Fails("vpc-flow-logs", "another VPC is", Logged("vpc-0123", "ALL")),
        IsOpen("vpc-flow-logs", "what is logged is not known", Logged("main", "<unknown>"), "trafficType"),
        IsOpen("vpc-flow-logs", "one of two VPCs is", Logged("<unknown:main:second>", "ALL").Add("aws:ec2/vpc:Vpc", "second")),

        .. Of("subnet-no-auto-public-ip", "aws:ec2/subnet:Subnet",
            (Pass, "asks for nothing", "{}"),
            (Fail, "gives everyone an address", """{ "mapPublicIpOnLaunch": true }"""),
            (Fail, "gives everyone an IPv6 address", """{ "assignIpv6AddressOnCreation": true }"""),
            (Undetermined, "not known", """{ "mapPublicIpOnLaunch": "<unknown>" }""")),
    ];

    private static IEnumerable<RuleCase> Openings =>
    [
        Passes("tier-matrix-closed", "what is declared", Platform),
        Fails("tier-matrix-closed", "a tier skipped", Platform.Ingress("db-from-lb", "db", "lb", "tcp", 3306), "referencedSecurityGroupId"),
        Fails("tier-matrix-closed", "administrators straight at the database",
            Platform.AdminRanges("""["10.9.0.0/16"]""").Ingress("ssh", "db", "10.9.1.0/24", "tcp", 22), "cidrIpv4"),
        Passes("tier-matrix-closed", "workers, application machines and their stores", Platform.Group("app", "app").Group("inside", "internal-load-balancer")
            .Group("worker", "worker").Group("documents", "document").Connect("web", "inside", 443).Connect("inside", "app", 80)
            .Connect("app", "db", 3306).Connect("worker", "documents", 27017)),
        Fails("tier-matrix-closed", "a bastion that reaches the database",
            Platform.Group("jump", "bastion").Connect("jump", "db", 3306), "referencedSecurityGroupId"),
        Fails("tier-matrix-closed", "a group of another program", Platform.Ingress("foreign", "web", "sg-0123456789abcdef0", "tcp", 80)),
        Passes("tier-matrix-closed", "a partner's files", Files.PartnerRanges("""["203.0.113.8/29"]""")),
        Fails("tier-matrix-closed", "files of more than the partner", Files.PartnerRanges("""["203.0.113.8/30"]"""), "cidrIpv4"),
        IsOpen("tier-matrix-closed", "the partner is not known", Files.PartnerRanges("\"<unknown>\""), "partnerRanges"),
        Passes("tier-matrix-closed", "writes from app subnets of a joined network", Joined()),
        Fails("tier-matrix-closed", "writes from a network that is not joined", Joined().Without("way"), "cidrIpv4"),
        Fails("tier-matrix-closed", "writes from data subnets of a joined network", Joined(tier: "data"), "cidrIpv4"),
        Fails("tier-matrix-closed", "writes from all of a joined network", Joined(block: "10.9.0.0/16"), "cidrIpv4"),
        Fails("tier-matrix-closed", "SSH from app subnets of a joined network", Joined().Ingress("ssh", "db", "10.9.0.0/19", "tcp", 22), "cidrIpv4"),
        Fails("tier-matrix-closed", "a cache for app subnets of a joined network", Joined().Ingress("far", "cache", "10.9.0.0/19", "tcp", 6379), "cidrIpv4"),
        IsOpen("tier-matrix-closed", "what is joined is not known",
            Joined().Without("way").Add(Peering, "way", """{ "vpcId": "<unknown>", "peerVpcId": "main" }"""), "vpcId"),
        IsOpen("tier-matrix-closed", "what stands in the joined network is not known", Joined(tier: "<unknown>"), "tags.infra:tier"),
        IsOpen("tier-matrix-closed", "the source is not known", Platform.Ingress("in", "web", "<unknown>", "tcp", 80), "referencedSecurityGroupId"),
        IsOpen("tier-matrix-closed", "the label of the source is not known", Platform.Group("who", "<unknown>").Ingress("in", "web", "who", "tcp", 80)),

        Passes("sg-internet-port-allowlist", "80 and 443 at the load balancer", Platform),
        Passes("sg-internet-port-allowlist", "a partner at the load balancer", Platform.Ingress("partner", "lb", "203.0.113.0/29", "tcp", 443)),
        Fails("sg-internet-port-allowlist", "443 at the web tier", Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 443), "cidrIpv4"),
        IsOpen("sg-internet-port-allowlist", "the port is not known", Platform.Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in",
            """{ "securityGroupId": "lb", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": "<unknown>", "toPort": 443 }"""), "fromPort"),

        Passes("sg-no-public-admin-port", "from the declared range",
            Platform.AdminRanges("""["203.0.113.8/29"]""").Ingress("ssh", "web", "203.0.113.8/29", "tcp", 22)),
        Passes("sg-no-public-admin-port", "SFTP from a declared partner", Files.PartnerRanges("""["203.0.113.8/29"]""")),
        Fails("sg-no-public-admin-port", "SFTP from strangers", Files),
        Fails("sg-no-public-admin-port", "a partner straight at the clones",
            Platform.PartnerRanges("""["203.0.113.8/29"]""").Ingress("ssh", "web", "203.0.113.8/29", "tcp", 22)),
        Fails("sg-no-public-admin-port", "from half the internet", Platform.Ingress("ssh", "web", "0.0.0.0/1", "tcp", 22)),
        IsOpen("sg-no-public-admin-port", "the source is not known",
            Platform.AdminRanges("""["203.0.113.8/29"]""").Ingress("ssh", "web", "<unknown>", "tcp", 22)),

        Passes("sg-no-public-data-port", "from the web tier", Platform),
        Fails("sg-no-public-data-port", "from everywhere", Platform.Ingress("sql", "db", "::/0", "tcp", 3306), "cidrIpv6"),
        Fails("sg-no-public-data-port", "from the office, which is public too",
            Platform.AdminRanges("""["203.0.113.8/29"]""").Ingress("sql", "db", "203.0.113.8/29", "tcp", 3306)),
        IsOpen("sg-no-public-data-port", "the source is not known", Platform.Ingress("sql", "db", "<unknown>", "tcp", 3306)),

        Passes("sg-no-all-traffic-ingress", "single ports", Platform),
        Fails("sg-no-all-traffic-ingress", "all protocols between declared tiers", Platform.Ingress("all", "web", "lb", "-1", -1)),
        Fails("sg-no-all-traffic-ingress", "every port", Platform.Ingress("all", "web", "lb", "tcp", 0, 65535)),
        Fails("sg-no-all-traffic-ingress", "a range around the declared port", Platform.Ingress("range", "lb", "0.0.0.0/0", "tcp", 80, 443)),
        IsOpen("sg-no-all-traffic-ingress", "the protocol is not known", Platform.Ingress("all", "web", "lb", "<unknown>", 80), "ipProtocol"),

        Passes("sg-private-tier-source-is-sg", "a group", Platform),
        Passes("sg-private-tier-source-is-sg", "administrators", Platform.AdminRanges("""["10.9.0.0/16"]""").Ingress("ssh", "db", "10.9.1.0/24", "tcp", 22)),
        Passes("sg-private-tier-source-is-sg", "app subnets of a joined network", Joined()),
        Fails("sg-private-tier-source-is-sg", "app subnets of a network that is not joined", Joined().Without("way")),
        IsOpen("sg-private-tier-source-is-sg", "what stands in the joined network is not known", Joined(tier: "<unknown>")),
        Fails("sg-private-tier-source-is-sg", "the whole network", Platform.Ingress("sql", "db", "10.0.0.0/16", "tcp", 3306)),
        IsOpen("sg-private-tier-source-is-sg", "the source is not known", Platform.Ingress("sql", "db", "<unknown>", "tcp", 3306)),

        Passes("sg-egress-allowlist", "declared tiers and 443", Platform),
        Fails("sg-egress-allowlist", "everything to everyone", Platform.Egress("out", "web", "0.0.0.0/0", "-1", -1), "cidrIpv4"),
        Fails("sg-egress-allowlist", "a database that goes out", Platform.Egress("out", "db", "0.0.0.0/0", "tcp", 443)),
        Fails("sg-egress-allowlist", "inline", new SampleProgram().Group("web", "web",
            """, "egress": [{ "protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"] }]"""), "egress[0].cidrBlocks[0]"),
        IsOpen("sg-egress-allowlist", "where to is not known", Platform.Egress("out", "web", "<unknown>", "tcp", 3306)),
    ];

    private static SampleProgram Files => Platform.Group("files", "file-transfer").Ingress("files-in", "files", "203.0.113.8/29", "tcp", 22);

    private static string Inline(string block) =>
        $$""", "ingress": [{ "protocol": "tcp", "fromPort": 80, "toPort": 80, "cidrBlocks": ["{{block}}"] }]""";

    private static SampleProgram Logged(string vpc, string traffic) => new SampleProgram().Add("aws:ec2/vpc:Vpc", "main")
        .Add("aws:ec2/flowLog:FlowLog", "log", $$"""{ "vpcId": "{{vpc}}", "trafficType": "{{traffic}}" }""");

    private static SampleProgram Interface(string first, string second) => new SampleProgram().Group("first", first).Group("second", second)
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "clones", """{ "vpcSecurityGroupIds": ["first", "second"] }""");
}
