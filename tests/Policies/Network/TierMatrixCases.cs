using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

/// <summary>Which paths count as open where several groups, several networks or unknown values are in play.</summary>
internal static class TierMatrixCases
{
    private const string Rule = "tier-matrix-complete";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string List = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string AllPrivate = """{ "cidr": "10.0.0.0/8" }, { "cidr": "172.16.0.0/12" }, { "cidr": "192.168.0.0/16" }""";

    private static SampleProgram Platform => SampleProgram.Platform();

    private static SampleProgram Unvisited => Platform.Without("lb-http").Without("lb-https");

    public static IEnumerable<RuleCase> All => [.. Networks, .. Labels, .. Alternatives, .. Peers, .. Visitors];

    private static IEnumerable<RuleCase> Networks =>
    [
        Passes(Rule, "tiers of two networks need no path between them",
            new SampleProgram().Group("web", "web").In("vpc-other", "cache", "cache")),
        Fails(Rule, "a network is the same by its id and by what the group was computed from", new SampleProgram()
            .Add("aws:ec2/vpc:Vpc", "main").Group("web", "web").In("<unknown:main>", "cache", "cache")),
        Passes(Rule, "a store whose network is not known, reached wherever it is",
            Platform.Without("db").In("<unknown>", "db", "database")),
        IsOpen(Rule, "a store that nothing reaches, whose network is not known",
            Platform.In("<unknown>", "documents", "document"), "vpcId"),
        IsOpen(Rule, "machines that reach no store, whose network is not known", new SampleProgram().Group("cache", "cache")
            .In("<unknown>", "web", "web"), "vpcId"),
        IsOpen(Rule, "machines that reach the store, whose network is not known",
            new SampleProgram().Group("cache", "cache").Group("web", "web")
            .In("<unknown>", "worker", "worker").Connect("worker", "cache", 6379), "vpcId"),
        Fails(Rule, "a path that is missing, and a group of another tier whose network is not known", Platform.Without("lb-to-web")
            .In("<unknown>", "documents", "document").Connect("web", "documents", 27017)),
    ];

    private static IEnumerable<RuleCase> Labels =>
    [
        IsOpen(Rule, "what reaches the store has a tier that is not known", new SampleProgram().Group("cache", "cache").Group("web", "web")
            .Group("who", "<unknown>").Connect("who", "cache", 6379), "tags.infra:tier"),
        IsOpen(Rule, "what the load balancer reaches has a tier that is not known", Platform.Without("web-from-lb").Without("lb-to-web")
            .Group("who", "<unknown>").Connect("lb", "who", 80), "tags.infra:tier"),
        Fails(Rule, "a path that another group would not open, whatever its tier", Platform.Without("web-from-lb").Group("who", "<unknown>")),
        Fails(Rule, "no visitor, whatever the tier of another group", Unvisited.Group("who", "<unknown>")),
    ];

    private static IEnumerable<RuleCase> Alternatives =>
    [
        Passes(Rule, "one of two groups of a tier is reached, the other is not", Platform.Group("web2", "web")),
        Passes(Rule, "one of two groups of a tier is reached, the other perhaps",
            Platform.Without("web-from-lb").Ingress("in", "web", "<unknown>", "tcp", 80)
            .Group("web2", "web").Connect("lb", "web2", 80)),
        IsOpen(Rule, "one of two groups of a tier is perhaps reached, the other is not", Platform.Without("web-from-lb")
            .Group("web2", "web").Ingress("in", "web2", "<unknown>", "tcp", 80)),
        Passes(Rule, "ingress from one of two groups and from the one that counts",
            Platform.Ingress("in", "web", "<unknown:lb:db>", "tcp", 80)),
        IsOpen(Rule, "ingress from one of two groups, of which one counts", Platform.Without("web-from-lb")
            .Ingress("in", "web", "<unknown:db:lb>", "tcp", 80), "referencedSecurityGroupId"),
        Fails(Rule, "ingress from one of two groups, of which none counts",
            Platform.Without("web-from-lb").Ingress("in", "web", "<unknown:db:cache>", "tcp", 80)),
        IsOpen(Rule, "an opening of one of two groups", Platform.Without("web-from-lb").Group("spare", "app")
            .Ingress("in", "<unknown:web:spare>", "lb", "tcp", 80), "securityGroupId"),
        Fails(Rule, "another port", Platform.Without("web-from-lb").Ingress("in", "web", "lb", "tcp", 8080)),
        IsOpen(Rule, "the port is not known", Platform.Without("web-from-lb").Add(Ingress, "in", """
            { "securityGroupId": "web", "referencedSecurityGroupId": "lb", "ipProtocol": "tcp", "fromPort": "<unknown>", "toPort": 80 }
            """), "fromPort"),
    ];

    private static IEnumerable<RuleCase> Peers =>
    [
        Fails(Rule, "ingress from every address is no ingress from a tier",
            Platform.Without("web-from-lb").Ingress("in", "web", "0.0.0.0/0", "tcp", 80)),
        Fails(Rule, "ingress from a group of another program",
            Platform.Without("web-from-lb").Ingress("in", "web", "sg-0a1b2c3d4e5f60718", "tcp", 80)),
        Passes(Rule, "egress to all private addresses",
            Platform.Without("lb-to-web").Add(List, "pl-1", $$"""{ "entries": [{{AllPrivate}}] }""")
            .Egress("out", "lb", "pl-1", "tcp", 80)),
        IsOpen(Rule, "egress to some private addresses and others that are not known", Platform.Without("lb-to-web")
            .Add(List, "pl-1", """{ "entries": [{ "cidr": "10.0.0.0/8" }, { "cidr": "<unknown>" }] }""")
            .Egress("out", "lb", "pl-1", "tcp", 80), "prefixListId"),
        Fails(Rule, "egress to some private addresses", Platform.Without("lb-to-web").Egress("out", "lb", "10.0.0.0/8", "tcp", 80)),
        Fails(Rule, "egress to a group of another program",
            Platform.Without("lb-to-web").Egress("out", "lb", "sg-0a1b2c3d4e5f60718", "tcp", 80)),
    ];

    private static IEnumerable<RuleCase> Visitors =>
    [
        Passes(Rule, "visitors from an address list with an entry",
            Unvisited.Add(List, "pl-1", """{ "entries": [{ "cidr": "203.0.113.0/29" }] }""")
            .Ingress("in", "lb", "pl-1", "tcp", 443)),
        Fails(Rule, "visitors from an address list without any entry",
            Unvisited.Add(List, "pl-1", """{ "entries": [] }""").Ingress("in", "lb", "pl-1", "tcp", 443)),
        IsOpen(Rule, "visitors from an address list that is not known", Unvisited.Add(List, "pl-1", """{ "entries": "<unknown>" }""")
            .Ingress("in", "lb", "pl-1", "tcp", 443), "prefixListId"),
        Fails(Rule, "a public load balancer without visitors", Unvisited.With("public", "false")),
        IsOpen(Rule, "a load balancer that is perhaps internal", Unvisited.With("edge", "\"<unknown>\""), "internal"),
        IsOpen(Rule, "an internal load balancer, and another that is perhaps one",
            Unvisited.With("inside", "true").With("edge", "\"<unknown>\""), "internal"),
        Fails(Rule, "a public load balancer, and another that is perhaps internal",
            Unvisited.With("public", "false").With("edge", "\"<unknown>\"")),
        Passes(Rule, "visitors, of a load balancer that is perhaps internal", Platform.With("edge", "\"<unknown>\"")),
    ];

    private static SampleProgram In(this SampleProgram program, string network, string name, string tier) =>
        program.Add("aws:ec2/securityGroup:SecurityGroup", name, $$"""{ "vpcId": "{{network}}", "tags": { "infra:tier": "{{tier}}" } }""");

    private static SampleProgram With(this SampleProgram program, string name, string isInternal) =>
        program.Add(Balancer, name, $$"""{ "internal": {{isInternal}}, "securityGroups": ["lb"] }""");
}
