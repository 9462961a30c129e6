namespace Infra.Tests.Policies.Network;

public sealed class FirewallMessageTests
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Fact]
    public void What_is_not_known_of_an_opening_is_named_whichever_property_it_is() => SampleProgram.Platform().Add(Ingress, "in",
        """{ "securityGroupId": "web", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": "<unknown>", "toPort": 22 }""")
            .Told("sg-no-all-traffic-ingress").ShouldBe(
        ["Undetermined fromPort: in: internet (0.0.0.0/0) -> web unknown ports via in: fromPort is not known before the deployment"]);

    [Fact]
    public void A_list_of_which_an_entry_is_not_known_is_told_by_the_property_that_names_it() => SampleProgram.Platform()
        .Add("aws:ec2/managedPrefixList:ManagedPrefixList", "pl-1",
            """{ "entries": [{ "cidr": "10.9.0.0/16" }, { "cidr": "<unknown>" }] }""")
        .Ingress("in", "web", "pl-1", "tcp", 22).Told("sg-no-public-admin-port").ShouldBe(
        ["Undetermined prefixListId: in: prefix list pl-1 -> web tcp 22 via in: prefixListId is not known before the deployment"]);

    [Fact]
    public void A_way_out_that_is_not_declared_is_told_with_those_that_are() =>
        SampleProgram.Platform().Egress("out", "lb", "0.0.0.0/0", "tcp", 443).Told("sg-egress-allowlist").ShouldBe(
        [
            "Fail cidrIpv4: out: lb -> internet (0.0.0.0/0) tcp 443 via out; "
                + "declared for load-balancer is only load-balancer -> web tcp 80",
        ]);

    [Fact]
    public void An_opening_of_a_group_of_another_program_is_told_as_that() =>
        SampleProgram.Platform().Ingress("in", "sg-0a1b2c3d4e5f60718", "10.0.0.0/8", "tcp", 80).Told("tier-matrix-closed").ShouldBe(
        [
            "Fail cidrIpv4: in: 10.0.0.0/8 -> sg-0a1b2c3d4e5f60718 tcp 80 via in; "
                + "the group is not in this program, so its tier is not declared",
        ]);

    [Fact]
    public void A_source_that_is_no_address_block_is_told_as_that() =>
        SampleProgram.Platform().Ingress("in", "web", "10.0.0/8", "tcp", 80).Told("tier-matrix-closed").ShouldBe(
            ["Fail cidrIpv4: in: 10.0.0/8 -> web tcp 80 via in; it is not a CIDR block"]);
}
