using Infra.Policies;
using Infra.Policies.Firewall;

namespace Infra.Tests.Policies.Firewall;

/// <summary>What the firewall model says of one opening, in the words that a finding repeats.</summary>
public sealed class JudgementTests
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string List = "aws:ec2/managedPrefixList:ManagedPrefixList";
    private const string Office = "203.0.113.8/29";

    private static SampleProgram Platform => SampleProgram.Platform();

    private static SampleProgram OfficeUnknown => Platform.AdminRanges("\"<unknown>\"");

    private static SampleProgram Offices => Platform.AdminRanges($"""["{Office}"]""");

    [Fact]
    public void Ingress_is_told_from_the_peer_and_egress_from_the_group()
    {
        Of(Platform.Ingress("in", "web", "8.8.8.8/32", "tcp", 22)).ShouldBe("Fail: internet (8.8.8.8/32) -> web tcp 22");
        Of(Platform.Egress("in", "web", "8.8.8.8/32", "tcp", 22)).ShouldBe("Fail: web -> internet (8.8.8.8/32) tcp 22");
    }

    [Fact]
    public void Addresses_are_told_by_whose_they_are()
    {
        Of(Offices.Ingress("in", "web", Office, "tcp", 22)).ShouldBe($"Pass: admin ({Office}) -> web tcp 22");
        Of(Platform.Group("files", "file-transfer").PartnerRanges($"""["{Office}"]""").Ingress("in", "files", Office, "tcp", 22))
            .ShouldBe($"Pass: partner ({Office}) -> files tcp 22");
        Of(Offices.PartnerRanges($"""["{Office}"]""").Ingress("in", "web", Office, "tcp", 22)).ShouldBe($"Pass: admin ({Office}) -> web tcp 22");
        Of(Platform.Ingress("in", "web", "10.7.0.0/16", "tcp", 22)).ShouldBe("Fail: 10.7.0.0/16 -> web tcp 22");
        Of(Platform.Ingress("in", "lb", "com.amazonaws.global.cloudfront.origin-facing", "tcp", 443))
            .ShouldBe("Pass: cloudfront (com.amazonaws.global.cloudfront.origin-facing) -> lb tcp 443");
    }

    [Fact]
    public void Machines_of_a_joined_network_are_neighbours_on_the_way_in_and_its_stores_are_databases_on_the_way_out()
    {
        Of(Platform.Joined().Ingress("in", "db", "10.9.0.0/19", "tcp", 3306)).ShouldBe("Pass: neighbour (10.9.0.0/19) -> db tcp 3306");
        Of(Platform.Joined().Ingress("in", "db", "10.9.32.0/19", "tcp", 3306)).ShouldBe("Fail: 10.9.32.0/19 -> db tcp 3306");
        Of(Platform.Joined().Egress("in", "web", "10.9.32.0/19", "tcp", 3306)).ShouldBe("Pass: web -> remote-database (10.9.32.0/19) tcp 3306");
        Of(Platform.Joined().Egress("in", "web", "10.9.0.0/19", "tcp", 3306)).ShouldBe("Pass: web -> 10.9.0.0/19 tcp 3306");
        Judged(Platform.Joined().Ingress("in", "db", "10.9.0.0/19", "tcp", 3306)).IsNeighbour.ShouldBe(Verdict.Pass);
        Judged(Platform.Joined().Egress("in", "web", "10.9.0.0/19", "tcp", 3306)).IsNeighbour.ShouldBe(Verdict.Fail);
    }

    [Fact]
    public void Unknown_ports_are_undetermined_only_where_some_port_is_declared()
    {
        Of(Ports("web", "10.7.0.0/16")).ShouldBe("Fail: 10.7.0.0/16 -> web unknown ports");
        Of(Ports("lb", "0.0.0.0/0")).ShouldBe("Undetermined: internet (0.0.0.0/0) -> lb unknown ports (fromPort)");
    }

    [Fact]
    public void A_list_known_to_be_empty_opens_nothing_and_one_with_an_unknown_entry_may()
    {
        Of(Prefixes("[]", Rule, 22)).ShouldBe("Pass: prefix list partners -> web tcp 22");
        Of(Prefixes("[]", Egress, 22)).ShouldBe("Pass: web -> prefix list partners tcp 22");
        Of(OfficeUnknown.Add(List, "partners", """{ "entries": [{ "cidr": "<unknown>" }] }""").Add(Rule, "in", Through("partners", 22)))
            .ShouldBe("Undetermined: prefix list partners -> web tcp 22 (prefixListId)");
        Of(Prefixes("""[{ "cidr": "10.7.0.0/16" }, { "cidr": "<unknown>" }]""", Egress, 3306))
            .ShouldBe("Undetermined: web -> prefix list partners tcp 3306 (prefixListId)");
        Of(Prefixes("""[{ "cidr": "10.7.0.0/16" }]""", Egress, 3306)).ShouldBe("Pass: web -> prefix list partners tcp 3306");
    }

    [Fact]
    public void Only_private_addresses_may_be_anything_that_the_tier_may_reach() =>
        Of(Platform.Egress("in", "web", "8.8.8.8/32", "tcp", 3306)).ShouldBe("Fail: web -> internet (8.8.8.8/32) tcp 3306");

    [Fact]
    public void Egress_to_a_group_is_held_against_the_path_between_both_tiers()
    {
        Of(Platform.Egress("in", "web", "cache", "tcp", 22)).ShouldBe("Fail: web -> cache tcp 22");
        Of(Platform.Egress("in", "web", "cache", "tcp", 6379)).ShouldBe("Pass: web -> cache tcp 6379");
        Of(Platform.Group("stray", null).Egress("in", "stray", "cache", "tcp", 22)).ShouldBe("Pass: stray -> cache tcp 22");
        Of(Platform.Group("stray", null).Egress("in", "web", "stray", "tcp", 22)).ShouldBe("Pass: web -> stray tcp 22");
    }

    [Fact]
    public void An_opening_counts_for_every_group_of_its_interface()
    {
        Of(Both("web", "cache").Ingress("in", "web", "lb", "tcp", 80)).ShouldBe("Fail: lb -> web tcp 80");
        Of(Both("cache", "web").Ingress("in", "web", "lb", "tcp", 80)).ShouldBe("Fail: lb -> web tcp 80");
        Of(Both("web", "more").Group("more", "web").Ingress("in", "more", "lb", "tcp", 80)).ShouldBe("Pass: lb -> more tcp 80");
        Of(Both("web", "more").Group("more", "<unknown>").Ingress("in", "web", "lb", "tcp", 80))
            .ShouldBe("Undetermined: lb -> web tcp 80 (tags.infra:tier)");
        Of(Both("web", "more").Group("more", "<unknown>").Ingress("in", "more", "lb", "tcp", 80))
            .ShouldBe("Undetermined: lb -> more tcp 80 (tags.infra:tier)");
        Of(Both("web", "more").Group("more", null).Ingress("in", "web", "lb", "tcp", 80)).ShouldBe("Pass: lb -> web tcp 80");
        Of(Both("web", "more").Group("more", null).Ingress("in", "more", "cache", "tcp", 80)).ShouldBe("Fail: cache -> more tcp 80");
    }

    [Fact]
    public void What_is_not_known_is_named()
    {
        Of(Platform.Ingress("in", "<unknown:web:db>", "lb", "tcp", 80)).ShouldBe("Undetermined: lb -> web or db tcp 80 (securityGroupId)");
        Of(Platform.Ingress("in", "<unknown:web:db>", "<unknown>", "tcp", 80))
            .ShouldBe("Undetermined: unknown -> web or db tcp 80 (referencedSecurityGroupId)");
        Of(OfficeUnknown.Ingress("in", "<unknown:web:db>", Office, "tcp", 22))
            .ShouldBe($"Undetermined: internet ({Office}) -> web or db tcp 22 (adminRanges)");
        Of(OfficeUnknown.Ingress("in", "<unknown:db:web>", Office, "tcp", 22))
            .ShouldBe($"Undetermined: internet ({Office}) -> db or web tcp 22 (adminRanges)");
        Of(Platform.Ingress("in", "<unknown>", "lb", "tcp", 80)).ShouldBe("Undetermined: lb -> unknown tcp 80 (securityGroupId)");
        Of(Platform.Group("who", "<unknown>").Ingress("in", "who", "lb", "tcp", 80)).ShouldBe("Undetermined: lb -> who tcp 80 (tags.infra:tier)");
        Of(Platform.Group("in", "<unknown>", """, "ingress": [{ "securityGroups": ["lb"], "protocol": "tcp", "fromPort": 80, "toPort": 80 }]"""))
            .ShouldBe("Undetermined: lb -> in tcp 80 (tags.infra:tier)");
    }

    [Fact]
    public void A_group_of_another_program_is_named_by_its_id() =>
        Of(Platform.Ingress("in", "sg-123", "lb", "tcp", 80)).ShouldBe("Fail: lb -> sg-123 tcp 80");

    private static SampleProgram Ports(string group, string block) => Platform.Add(Rule, "in",
        $$"""{ "securityGroupId": "{{group}}", "cidrIpv4": "{{block}}", "ipProtocol": "tcp", "fromPort": "<unknown>", "toPort": 443 }""");

    private static SampleProgram Prefixes(string entries, string rule, int port) =>
        Platform.Add(List, "partners", $$"""{ "entries": {{entries}} }""").Add(rule, "in", Through("partners", port));

    private static string Through(string list, int port) =>
        $$"""{ "securityGroupId": "web", "prefixListId": "{{list}}", "ipProtocol": "tcp", "fromPort": {{port}}, "toPort": {{port}} }""";

    private static SampleProgram Both(string one, string other) =>
        Platform.Add("aws:ec2/instance:Instance", "machine", $$"""{ "vpcSecurityGroupIds": ["{{one}}", "{{other}}"] }""");

    private static string Of(SampleProgram program)
    {
        var judgement = Judged(program);
        var unknown = judgement.UnknownProperty is null ? "" : $" ({judgement.UnknownProperty})";
        return $"{judgement.Verdict}: {judgement.Path.Replace(" via in", "")}{unknown}";
    }

    private static Judgement Judged(SampleProgram program) =>
        program.Graph().Firewall.Judgements.Single(judgement => judgement.Opening.Rule.Name == "in");
}
