using Infra.Tests.Policies.Reachability;

namespace Infra.Tests.Policies.Network;

/// <summary>Rules about what carries security groups.</summary>
public sealed class InterfaceTests
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Instance = "aws:ec2/instance:Instance";
    private const string Address = "aws:ec2/eip:Eip";
    private const string Log = "aws:ec2/flowLog:FlowLog";
    private const string Vpc = "aws:ec2/vpc:Vpc";

    [Fact]
    public void Tiers_that_meet_on_an_interface_are_told_in_order_with_their_groups() => On("""["worker", "web", "app"]""")
        .Group("worker", "worker").Group("web", "web").Group("app", "app").Told("sg-one-tier").ShouldBe(
        ["Fail vpcSecurityGroupIds: clones: its groups worker, web, app belong to app and web and worker"]);

    [Fact]
    public void A_group_that_is_alone_on_its_interface_may_be_of_any_tier() =>
        On("""["web"]""").Group("web", "<unknown>").Told("sg-one-tier").ShouldBeEmpty();

    [Fact]
    public void A_second_group_without_a_tier_leaves_no_doubt() =>
        On("""["web", "more"]""").Group("web", "web").Group("more", null).Told("sg-one-tier").ShouldBeEmpty();

    [Fact]
    public void A_second_group_of_a_tier_that_is_not_known_is_told() =>
        On("""["web", "more"]""").Group("web", "web").Group("more", "<unknown>").Told("sg-one-tier").ShouldBe(
            ["Undetermined vpcSecurityGroupIds: clones: the tier of one of its groups is not known before the deployment"]);

    [Fact]
    public void A_machine_whose_group_has_no_tier_may_have_an_address() =>
        Machine().Group("group", null).Add(Address, "eip", """{ "instance": "machine" }""").Told("eip-only-edge").ShouldBeEmpty();

    [Fact]
    public void A_machine_of_an_inner_tier_that_perhaps_has_the_address_is_told_with_its_tier() => Machine().Group("group", "web")
        .Add(Instance, "other", """{ "vpcSecurityGroupIds": ["group"] }""")
        .Add(Address, "eip", """{ "instance": "<unknown:machine:other>" }""").Told("eip-only-edge").ShouldBe(
        ["Undetermined instance: eip: whether instance makes a machine of the web tiers public is not known before the deployment"]);

    [Fact]
    public void A_machine_whose_tier_is_not_known_is_told_as_perhaps_private() => Machine().Group("group", "<unknown>")
        .Add(Address, "eip", """{ "instance": "machine" }""").Told("eip-only-edge").ShouldBe(
        ["Undetermined instance: eip: whether instance makes a machine of the private tiers public is not known before the deployment"]);

    [Fact]
    public void An_address_of_an_inner_tier_is_told_as_a_way_from_the_internet() => Machine().Group("group", "web")
        .Add(Address, "eip", """{ "instance": "machine" }""").Told("eip-only-edge").ShouldBe(
        ["Fail instance: eip: internet -> machine (web) by the elastic address eip"]);

    [Fact]
    public void Of_two_flow_logs_the_one_whose_network_is_not_known_is_named() => new SampleProgram().Add(Vpc, "main").Add(Vpc, "other")
        .Add(Log, "accepted", """{ "vpcId": "main", "trafficType": "ACCEPT" }""")
        .Add(Log, "later", """{ "vpcId": "<unknown:main:other>", "trafficType": "ALL" }""").Told("vpc-flow-logs").ShouldBe(
        [
            "Undetermined vpcId: main: whether later is its flow log is not known before the deployment",
            "Undetermined vpcId: other: whether later is its flow log is not known before the deployment",
        ]);

    [Fact]
    public void A_machine_that_strangers_reach_is_perhaps_at_the_edge_while_one_of_its_tiers_is_not_known() => InternetCases.Street()
        .Group("web", "web").Group("who", "<unknown>").Ingress("all", "web", "0.0.0.0/0", "tcp", 8080)
        .Add(Instance, "box", """{ "subnetId": "<unknown:pub>", "vpcSecurityGroupIds": ["web", "who"] }""").Told("internet-first-hop")
        .ShouldBe(
        ["Undetermined vpcSecurityGroupIds: box: internet -> box (web) tcp 8080: whether it is open is not known before the deployment"]);

    private static SampleProgram On(string groups) => new SampleProgram()
        .Add(Template, "clones", $$"""{ "vpcSecurityGroupIds": {{groups}} }""");

    private static SampleProgram Machine() => new SampleProgram().Add(Instance, "machine", """{ "vpcSecurityGroupIds": ["group"] }""");
}
