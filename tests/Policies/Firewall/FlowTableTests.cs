using Infra.Policies;

namespace Infra.Tests.Policies.Firewall;

public sealed class FlowTableTests
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    [Fact]
    public void Flows_between_the_same_two_are_in_the_order_of_protocol_and_ports() =>
        Of(Two.Ingress("a", "web", "0.0.0.0/0", "udp", 53).Ingress("b", "web", "0.0.0.0/0", "tcp", 443)
                .Ingress("c", "web", "0.0.0.0/0", "tcp", 80, 90).Ingress("d", "web", "0.0.0.0/0", "tcp", 80))
            .ShouldBe(["internet -> web tcp 80-80", "internet -> web tcp 80-90", "internet -> web tcp 443-443", "internet -> web udp 53-53"]);

    [Fact]
    public void All_protocols_are_one_flow_and_what_is_left_of_them_several()
    {
        Of(Two.Ingress("all", "web", "0.0.0.0/0", "-1", -1)).ShouldBe(["internet -> web all 0-65535"]);
        Of(Two.Ingress("in", "db", "web", "-1", -1).Egress("out", "web", "db", "tcp", 3306)).ShouldBe(["web -> database tcp 3306-3306"]);
    }

    [Fact]
    public void Unknown_ports_are_shown_as_unknown_unless_the_other_end_says_which()
    {
        Of(Two.Add(Rule, "in", Unknown("web", "\"cidrIpv4\": \"0.0.0.0/0\""))).ShouldBe(["internet -> web unknown 0-65535"]);
        Of(Two.Add(Rule, "in", Unknown("db", "\"referencedSecurityGroupId\": \"web\"")).Egress("out", "web", "db", "tcp", 3306))
            .ShouldBe(["web -> database tcp 3306-3306"]);
        Of(Two.Ingress("in", "db", "web", "tcp", 3306).Add(Egress, "out", Unknown("web", "\"referencedSecurityGroupId\": \"db\"")))
            .ShouldBe(["web -> database tcp 3306-3306"]);
    }

    [Fact]
    public void An_egress_to_one_of_several_groups_may_reach_each_of_them() =>
        Of(Two.Group("cache", "cache").Ingress("in", "db", "web", "tcp", 3306).Egress("out", "web", "<unknown:cache:db>", "tcp", 3306))
            .ShouldBe(["web -> database tcp 3306-3306"]);

    [Fact]
    public void A_group_without_a_tier_stands_under_its_name_and_one_of_another_program_under_its_id()
    {
        Of(Two.Group("stray", null).Connect("web", "stray", 80)).ShouldBe(["web -> stray tcp 80-80"]);
        Of(Two.Ingress("in", "sg-123", "0.0.0.0/0", "tcp", 80)).ShouldBe(["internet -> sg-123 tcp 80-80"]);
        Of(Two.Ingress("in", "web", "sg-123", "tcp", 80)).ShouldBe(["sg-123 -> web tcp 80-80"]);
    }

    [Fact]
    public void Addresses_stand_under_whose_they_are()
    {
        const string Office = "203.0.113.8/29";
        Of(Two.AdminRanges($"""["{Office}"]""").Ingress("in", "web", Office, "tcp", 22)).ShouldBe(["admin -> web tcp 22-22"]);
        Of(Two.PartnerRanges($"""["{Office}"]""").Ingress("in", "web", Office, "tcp", 22)).ShouldBe(["partner -> web tcp 22-22"]);
        Of(Two.Ingress("in", "web", "10.7.0.0/16", "tcp", 22)).ShouldBe(["10.7.0.0/16 -> web tcp 22-22"]);
        Of(Two.Joined().Ingress("in", "db", "10.9.0.0/19", "tcp", 3306)).ShouldBe(["neighbour -> database tcp 3306-3306"]);
        Of(Two.Joined().Egress("out", "web", "10.9.32.0/19", "tcp", 3306)).ShouldBe(["web -> remote-database tcp 3306-3306"]);
        Of(Two.Joined().Egress("out", "web", "10.9.0.0/19", "tcp", 3306)).ShouldBe(["web -> 10.9.0.0/19 tcp 3306-3306"]);
    }

    [Fact]
    public void The_id_of_cloudfronts_list_is_the_one_that_the_firewall_has_found()
    {
        Of(Two.Add("infra:network:Firewall", "firewall", """{ "cloudFrontPrefixListIds": ["pl-1"] }""").Ingress("in", "web", "pl-1", "tcp", 443))
            .ShouldBe(["cloudfront -> web tcp 443-443"]);
        Of(Two.Add("infra:network:Firewall", "firewall", """{ "cloudFrontPrefixListIds": ["pl-1"] }""").Ingress("in", "web", "pl-2", "tcp", 443))
            .ShouldBe(["pl-2 -> web tcp 443-443"]);
        Of(Two.Add("infra:network:Firewall", "firewall", """{ "cloudFrontPrefixListIds": ["<unknown>"] }""").Ingress("in", "web", "pl-2", "tcp", 443))
            .ShouldBe(["unknown -> web tcp 443-443"]);
        Of(Two.Ingress("in", "web", "com.amazonaws.eu-central-1.s3", "tcp", 443)).ShouldBe(["internet -> web tcp 443-443"]);
        Of(Two.Ingress("in", "web", "com.example.s3", "tcp", 443)).ShouldBe(["com.example.s3 -> web tcp 443-443"]);
    }

    [Fact]
    public void A_rule_to_the_group_itself_names_it_and_needs_both_halves()
    {
        const string Both = """{ "self": true, "protocol": "tcp", "fromPort": 80, "toPort": 80 }""";
        Of(new SampleProgram().Group("web", "web", $$""", "ingress": [{{Both}}], "egress": [{{Both}}]""")).ShouldBe(["web -> web tcp 80-80"]);
        Of(Two.Add("aws:ec2/securityGroupRule:SecurityGroupRule", "in", Self("sg-123", "true"))).ShouldBe(["self -> sg-123 tcp 80-80"]);
        Of(Two.Add("aws:ec2/securityGroupRule:SecurityGroupRule", "in", Self("web", "\"<unknown>\""))).ShouldBe(["unknown -> web tcp 80-80"]);
    }

    [Fact]
    public void Addresses_of_AWS_are_none_of_a_groups()
    {
        Of(Two.Ingress("in", "db", "web", "tcp", 443).Egress("out", "web", "com.amazonaws.eu-central-1.s3", "tcp", 443))
            .ShouldBe(["web -> internet tcp 443-443"]);
        Of(Two.Ingress("in", "db", "web", "tcp", 443).Egress("out", "web", "2001:db8:7::/48", "tcp", 443)).ShouldContain("web -> database tcp 443-443");
    }

    [Fact]
    public void The_group_that_a_network_comes_with_lets_everything_out() =>
        Of(Two.Add("aws:ec2/vpc:Vpc", "main", """{ "defaultSecurityGroupId": "sg-default" }""").Ingress("in", "web", "sg-default", "tcp", 22))
            .ShouldBe(["default group of main -> web tcp 22-22"]);

    [Fact]
    public void Nobody_comes_from_a_list_without_entries() => Of(Two.Add(
        "aws:ec2/managedPrefixList:ManagedPrefixList", "nobody", """{ "maxEntries": 5, "addressFamily": "IPv4" }""")
        .Add(Rule, "in", """{ "securityGroupId": "web", "prefixListId": "<unknown:nobody>", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22 }"""))
        .ShouldBeEmpty();

    private static SampleProgram Two => new SampleProgram().Group("web", "web").Group("db", "database");

    private static string Unknown(string group, string peer) =>
        $$"""{ "securityGroupId": "{{group}}", {{peer}}, "ipProtocol": "tcp", "fromPort": "<unknown>", "toPort": 443 }""";

    private static string Self(string group, string self) =>
        $$"""{ "type": "ingress", "securityGroupId": "{{group}}", "self": {{self}}, "protocol": "tcp", "fromPort": 80, "toPort": 80 }""";

    private static IEnumerable<string> Of(SampleProgram program) => FirewallMatrix.Of(program.Graph())
        .Select(flow => $"{flow.From} -> {flow.To} {flow.Protocol} {flow.FromPort}-{flow.ToPort}");
}
