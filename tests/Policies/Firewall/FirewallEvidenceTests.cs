using Infra.Policies;

namespace Infra.Tests.Policies.Firewall;

public sealed class FirewallEvidenceTests
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Fact]
    public void Opening_ssh_to_half_the_internet_is_one_error_that_names_path_rule_and_line()
    {
        var finding = Errors(SampleProgram.Platform().Ingress("web-ssh", "web", "0.0.0.0/1", "tcp", 22)).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("sg-no-public-admin-port");
        finding.Urn.ShouldBe(SampleProgram.Urn(Rule, "web-ssh"));
        finding.Property.ShouldBe("cidrIpv4");
        finding.Message.ShouldBe("web-ssh: internet (0.0.0.0/1) -> web tcp 22 via web-ssh; "
            + "declared for web is only load-balancer -> web tcp 80, admin -> web tcp 22, bastion -> web tcp 22");
        finding.Source.ShouldBe(new SourceLocation("Program.cs", 14));
    }

    [Fact]
    public void An_undeclared_way_out_names_the_declared_ones_of_the_tier()
    {
        Errors(SampleProgram.Platform().Egress("cache-out", "cache", "0.0.0.0/0", "tcp", 22)).ShouldContain(finding =>
            finding.Message == "cache-out: cache -> internet (0.0.0.0/0) tcp 22 via cache-out; declared for cache is nothing");
        Errors(SampleProgram.Platform().Egress("lb-out", "lb", "0.0.0.0/0", "tcp", 22)).ShouldContain(finding =>
            finding.Message == "lb-out: lb -> internet (0.0.0.0/0) tcp 22 via lb-out; declared for load-balancer is only load-balancer -> web tcp 80");
    }

    [Fact]
    public void A_tier_that_nobody_may_reach_says_so() =>
        Errors(SampleProgram.Platform().Group("image", "image-builder").Ingress("in", "image", "web", "tcp", 22)).ShouldContain(finding =>
            finding.Message == "in: web -> image tcp 22 via in; declared for image-builder is nothing");

    [Fact]
    public void Of_a_range_only_the_undeclared_ports_are_reported() =>
        Errors(SampleProgram.Platform().Ingress("lb-range", "lb", "0.0.0.0/0", "tcp", 80, 443)).ShouldHaveSingleItem()
            .Message.ShouldStartWith("lb-range: internet (0.0.0.0/0) -> lb tcp 81-442 via lb-range");

    [Fact]
    public void A_missing_half_is_reported_at_the_group_that_lacks_it()
    {
        var finding = Errors(SampleProgram.Platform().Without("web-to-db")).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("tier-matrix-complete");
        finding.Message.ShouldBe("web: path missing: web -> database tcp 3306 has no egress here");
    }

    [Fact]
    public void An_unknown_source_names_the_property()
    {
        var finding = PolicyPack.Essential.Check(SampleProgram.Platform().Ingress("in", "web", "<unknown>", "tcp", 80).Graph()).ShouldHaveSingleItem();

        finding.Verdict.ShouldBe(Verdict.Undetermined);
        finding.Property.ShouldBe("referencedSecurityGroupId");
    }

    [Fact]
    public void A_secret_block_is_judged_and_not_shown()
    {
        var program = SampleProgram.Platform().Add(Rule, "in",
            """{ "securityGroupId": "web", "cidrIpv4": { "<secret>": "8.8.8.8/32" }, "ipProtocol": "tcp", "fromPort": 22, "toPort": 22 }""");

        var finding = Errors(program).ShouldHaveSingleItem();

        finding.Message.ShouldContain("internet ([secret])");
        finding.ToString().ShouldNotContain("8.8.8.8");
    }

    [Fact]
    public void The_matrix_lists_what_is_open_at_both_ends() => FirewallMatrix.Of(SampleProgram.Platform().Graph())
        .Select(flow => $"{flow.From} -> {flow.To} {flow.Protocol} {flow.FromPort}-{flow.ToPort} via {Names(flow)}")
        .ShouldBe(
        [
            "internet -> load-balancer tcp 80-80 via lb-http",
            "internet -> load-balancer tcp 443-443 via lb-https",
            "load-balancer -> web tcp 80-80 via lb-to-web web-from-lb",
            "web -> cache tcp 6379-6379 via web-to-cache cache-from-web",
            "web -> database tcp 3306-3306 via web-to-db db-from-web",
            "web -> internet tcp 443-443 via web-https",
        ]);

    [Fact]
    public void A_flow_that_is_open_at_one_end_only_is_none() => FirewallMatrix.Of(SampleProgram.Platform().Without("web-to-db").Graph())
        .ShouldNotContain(flow => flow.To == "database");

    [Fact]
    public void A_wide_rule_shows_what_its_other_end_lets_through()
    {
        var program = SampleProgram.Platform().Without("web-from-lb").Ingress("web-all", "web", "lb", "-1", -1);

        var flow = FirewallMatrix.Of(program.Graph()).Single(flow => flow.To == "web");
        (flow.From, flow.Protocol, flow.FromPort, flow.ToPort).ShouldBe(("load-balancer", "tcp", 80, 80));
    }

    private static string Names(FirewallFlow flow) => string.Join(" ", flow.Via.Select(urn => urn[(urn.LastIndexOf(':') + 1)..]));

    private static List<Finding> Errors(SampleProgram program) =>
        [.. PolicyPack.Essential.Check(program.Graph()).Where(finding => finding.Severity == Severity.Error)];
}
