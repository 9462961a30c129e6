using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

/// <summary>Single openings: what a rule says of those it is about, and that it leaves the others to other rules.</summary>
internal static class OpeningCases
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string DefaultGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    private const string List = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private const string Office = """["203.0.113.8/29"]""";

    private static SampleProgram Platform => SampleProgram.Platform();

    public static IEnumerable<RuleCase> All =>
    [
        .. AdminPorts, .. DataPorts, .. Internet, .. Strangers, .. Wholesale, .. DataTiers, .. EmptyLists, .. SomebodysAddresses,
        .. DefaultGroups, .. Descriptions,
    ];

    private static IEnumerable<RuleCase> AdminPorts =>
    [
        Passes("sg-no-public-admin-port", "the office at the database, which is another rule's matter", Platform.AdminRanges(Office)
            .Ingress("ssh", "db", "203.0.113.8/29", "tcp", 22)),
        Passes("sg-no-public-admin-port", "from private addresses, which is another rule's matter",
            Platform.Ingress("ssh", "web", "10.9.0.0/16", "tcp", 22)),
        Passes("sg-no-public-admin-port", "from a tier, which is another rule's matter", Platform.Ingress("ssh", "db", "web", "tcp", 22)),
        Passes("sg-no-public-admin-port", "to the internet, which is another rule's matter",
            Platform.Egress("ssh", "web", "0.0.0.0/0", "tcp", 22)),
        Passes("sg-no-public-admin-port", "another port from everywhere, which is another rule's matter",
            Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 8080)),
        IsOpen("sg-no-public-admin-port", "one address at the database, while the administrators' addresses are not known", Platform
            .AdminRanges("\"<unknown>\"").Ingress("ssh", "db", "203.0.113.9/32", "tcp", 22), "adminRanges"),
        Fails("sg-no-public-admin-port", "half the internet, while the administrators' addresses are not known", Platform
            .AdminRanges("\"<unknown>\"").Ingress("ssh", "db", "0.0.0.0/1", "tcp", 22), "cidrIpv4"),
        Fails("sg-no-public-admin-port", "a range that ends with one", Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 6000, 6443)),
        Fails("sg-no-public-admin-port", "remote desktops over udp", Platform.Ingress("in", "web", "0.0.0.0/0", "udp", 3389)),
        IsOpen("sg-no-public-admin-port", "remote desktops for a source that is not known",
            Platform.Ingress("in", "web", "<unknown>", "tcp", 3389)),
        IsOpen("sg-no-public-admin-port", "a list of private addresses and of one that is not known", Platform
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/16" }, { "cidr": "<unknown>" }] }""")
            .Ingress("in", "web", "pl-1", "tcp", 22)),
        IsOpen("sg-no-public-admin-port", "remote desktops of one of two groups for a source that is not known",
            Platform.Ingress("in", "<unknown:web:db>", "<unknown>", "tcp", 3389), "referencedSecurityGroupId"),
        IsOpen("sg-no-public-admin-port", "a list of which one is not known, while the administrators' addresses are not known",
            Platform.AdminRanges("\"<unknown>\"").Add(List, "pl-1", """{ "entries": [{ "cidr": "<unknown>" }] }""")
                .Ingress("in", "db", "pl-1", "tcp", 22), "prefixListId"),
        Passes("sg-no-public-admin-port", "a list of private addresses, which is another rule's matter", Platform
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/16" }] }""").Ingress("in", "web", "pl-1", "tcp", 22)),
        Fails("sg-no-public-admin-port", "a list of public addresses and of one that is not known", Platform
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "8.8.8.0/24" }, { "cidr": "<unknown>" }] }""")
            .Ingress("in", "web", "pl-1", "tcp", 22)),
    ];

    private static IEnumerable<RuleCase> DataPorts =>
    [
        Passes("sg-no-public-data-port", "from a tier that has no business there, which is another rule's matter",
            Platform.Ingress("sql", "db", "lb", "tcp", 3306)),
        Passes("sg-no-public-data-port", "to the internet, which is another rule's matter",
            Platform.Egress("sql", "web", "0.0.0.0/0", "tcp", 3306)),
        Passes("sg-no-public-data-port", "from private addresses, which is another rule's matter",
            Platform.Ingress("sql", "db", "10.0.0.0/8", "tcp", 3306)),
        Fails("sg-no-public-data-port", "one address, while the administrators' addresses are not known", Platform
            .AdminRanges("\"<unknown>\"").Ingress("sql", "db", "203.0.113.9/32", "tcp", 3306), "cidrIpv4"),
        Fails("sg-no-public-data-port", "a cache over udp", Platform.Ingress("in", "web", "0.0.0.0/0", "udp", 11211)),
    ];

    private static IEnumerable<RuleCase> Internet =>
    [
        Passes("sg-internet-port-allowlist", "a tier skipped, which is another rule's matter",
            Platform.Ingress("sql", "db", "lb", "tcp", 3306)),
        Passes("sg-internet-port-allowlist", "a way out, which is another rule's matter",
            Platform.Egress("out", "web", "0.0.0.0/0", "tcp", 25)),
        Passes("sg-internet-port-allowlist", "private addresses, which is another rule's matter",
            Platform.Ingress("in", "web", "10.0.0.0/8", "tcp", 80)),
    ];

    private static IEnumerable<RuleCase> Strangers =>
    [
        Passes("sg-internet-port-allowlist", "the office at the database, which is another rule's matter", Platform.AdminRanges(Office)
            .Ingress("ssh", "db", "203.0.113.8/29", "tcp", 22)),
        IsOpen("sg-internet-port-allowlist", "one address at the database, while the administrators' addresses are not known", Platform
            .AdminRanges("\"<unknown>\"").Ingress("ssh", "db", "203.0.113.9/32", "tcp", 22), "adminRanges"),
        Fails("sg-internet-port-allowlist", "half the internet, while the administrators' addresses are not known", Platform
            .AdminRanges("\"<unknown>\"").Ingress("ssh", "db", "0.0.0.0/1", "tcp", 22), "cidrIpv4"),
    ];

    private static IEnumerable<RuleCase> Wholesale =>
    [
        Fails("sg-no-all-traffic-ingress", "all protocols from everywhere", Platform.Ingress("all", "web", "0.0.0.0/0", "-1", -1)),
        Passes("sg-no-all-traffic-ingress", "all protocols out, which is another rule's matter",
            Platform.Egress("all", "web", "0.0.0.0/0", "-1", -1)),
        Passes("sg-no-all-traffic-ingress", "one port from everywhere, which is another rule's matter",
            Platform.Ingress("in", "web", "0.0.0.0/0", "tcp", 22)),
        Passes("sg-no-all-traffic-ingress", "all protocols from an empty list", Platform.Add(List, "pl-1", """{ "entries": [] }""")
            .Ingress("all", "web", "pl-1", "-1", -1)),
        IsOpen("sg-no-all-traffic-ingress", "all protocols from a list that is not known",
            Platform.Add(List, "pl-1", """{ "entries": "<unknown>" }""")
            .Ingress("all", "web", "pl-1", "-1", -1)),
        Fails("sg-no-all-traffic-ingress", "all protocols from a source that is not known",
            Platform.Ingress("all", "web", "<unknown>", "-1", -1)),
    ];

    private static IEnumerable<RuleCase> DataTiers =>
    [
        Passes("sg-private-tier-source-is-sg", "an empty list",
            Platform.Add(List, "pl-1", """{ "entries": [] }""").Ingress("sql", "db", "pl-1", "tcp", 3306)),
        Passes("sg-private-tier-source-is-sg", "a list of administrators", Platform.AdminRanges(Office)
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "203.0.113.8/30" }, { "cidr": "203.0.113.12/30" }] }""")
            .Ingress("ssh", "db", "pl-1", "tcp", 22)),
        IsOpen("sg-private-tier-source-is-sg", "a list of administrators and of an address that is not known", Platform.AdminRanges(Office)
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "203.0.113.8/30" }, { "cidr": "<unknown>" }] }""")
            .Ingress("ssh", "db", "pl-1", "tcp", 22)),
        Fails("sg-private-tier-source-is-sg", "a list of others and of an address that is not known", Platform.AdminRanges(Office)
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "10.9.0.0/16" }, { "cidr": "<unknown>" }] }""")
            .Ingress("ssh", "db", "pl-1", "tcp", 22)),
        IsOpen("sg-private-tier-source-is-sg", "the administrators' addresses are not known", Platform.AdminRanges("\"<unknown>\"")
            .Ingress("ssh", "db", "10.9.0.0/16", "tcp", 22), "adminRanges"),
        Fails("sg-private-tier-source-is-sg", "half the internet, while the administrators' addresses are not known",
            Platform.AdminRanges("\"<unknown>\"")
            .Ingress("ssh", "db", "0.0.0.0/1", "tcp", 22), "cidrIpv4"),
        IsOpen("sg-private-tier-source-is-sg", "of a database or of the web tier, whichever it is",
            Platform.Ingress("in", "<unknown:db:web>", "10.9.0.0/16", "tcp", 3306), "securityGroupId"),
        Fails("sg-private-tier-source-is-sg", "of a database or of a cache, whichever it is",
            Platform.Ingress("in", "<unknown:db:cache>", "10.9.0.0/16", "tcp", 3306)),
        Passes("sg-private-tier-source-is-sg", "of a group of another program, which is another rule's matter",
            Platform.Ingress("in", "sg-0a1b2c3d4e5f60718", "10.9.0.0/16", "tcp", 3306)),
        Passes("sg-private-tier-source-is-sg", "of the web tier, which is another rule's matter",
            Platform.Ingress("in", "web", "10.9.0.0/16", "tcp", 80)),
        Passes("sg-private-tier-source-is-sg", "a way out, which is another rule's matter",
            Platform.Egress("out", "db", "10.9.0.0/16", "tcp", 443)),
    ];

    private static IEnumerable<RuleCase> EmptyLists =>
    [
        Passes("tier-matrix-closed", "a list without entries", EmptyList("[]").Ingress("in", "db", "pl-0", "tcp", 22)),
        IsOpen("tier-matrix-closed", "a list that may be without entries",
            EmptyList("\"<unknown>\"").Ingress("in", "db", "pl-0", "tcp", 22), "prefixListId"),
        Passes("sg-egress-allowlist", "a list without entries", EmptyList("[]").Egress("out", "db", "pl-0", "tcp", 22)),
        IsOpen("sg-egress-allowlist", "a list that may be without entries",
            EmptyList("\"<unknown>\"").Egress("out", "db", "pl-0", "tcp", 22), "prefixListId"),
    ];

    private static IEnumerable<RuleCase> SomebodysAddresses =>
    [
        IsOpen("sg-no-public-admin-port", "what administrators have decides, not which group it is", Platform.AdminRanges("\"<unknown>\"")
            .Ingress("in", "<unknown:web:db>", "203.0.113.9/32", "tcp", 3389), "adminRanges"),
        IsOpen("sg-private-tier-source-is-sg", "what is joined decides", Platform.Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16" }""")
            .Add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "way", """{ "vpcId": "<unknown>", "peerVpcId": "main" }""")
            .Ingress("in", "db", "10.9.0.0/19", "tcp", 22), "vpcId"),
    ];

    private static SampleProgram EmptyList(string entries) =>
        Platform.Add("aws:ec2/managedPrefixList:ManagedPrefixList", "pl-0", $$"""{ "entries": {{entries}} }""");

    private static IEnumerable<RuleCase> DefaultGroups =>
    [
        IsOpen("default-sg-closed", "of the default group or of another, whichever it is", Platform.Add(DefaultGroup, "default")
            .Ingress("in", "<unknown:default:web>", "lb", "tcp", 80), "securityGroupId"),
        Fails("default-sg-closed", "for a source that is not known",
            new SampleProgram().Add(DefaultGroup, "default").Ingress("in", "default", "<unknown>", "tcp", 80)),
        Fails("default-sg-closed", "at a port that is not known", new SampleProgram().Add(DefaultGroup, "default").Add(Ingress, "in",
            """{ "securityGroupId": "default", "cidrIpv4": "10.0.0.0/8", "ipProtocol": "tcp", "fromPort": "<unknown>", "toPort": 80 }""")),
        Passes("default-sg-closed", "of another group", Platform.Add(DefaultGroup, "default")),
    ];

    private static IEnumerable<RuleCase> Descriptions =>
        Of("sg-rule-described", Ingress, (Fail, "an empty description", """{ "description": "" }"""));
}
