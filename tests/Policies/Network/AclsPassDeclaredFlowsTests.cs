namespace Infra.Tests.Policies.Network;

public sealed class AclsPassDeclaredFlowsTests
{
    private const string Acl = "aws:ec2/networkAcl:NetworkAcl";
    private const string AclRule = "aws:ec2/networkAclRule:NetworkAclRule";
    private const string Association = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
    private const string Everything =
        """{ "ruleNo": 100, "action": "allow", "protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlock": "0.0.0.0/0" }""";

    private const string HighPorts =
        """{ "ruleNo": 100, "action": "allow", "protocol": "tcp", "fromPort": 1024, "toPort": 65535, "cidrBlock": "0.0.0.0/0" }""";

    [Fact]
    public void Requests_without_a_line_are_told_as_not_let_into_the_subnet() => Told(Behind(Line(443), Everything)).ShouldBe(
    [
        "Fail: open: lb -> web tcp 80: the request (tcp 80 from public-a) is not let into app-a by open, where no line allows it",
        "Fail: open: web -> internet (0.0.0.0/0) tcp 443: replies (tcp 32768-60999 from 0.0.0.0/0) are not let into app-a by open, "
            + "where no line allows it",
    ]);

    [Fact]
    public void Replies_without_a_line_are_told_as_not_let_out_of_the_subnet() => Told(Behind(Everything, Line(443))).ShouldBe(
    [
        "Fail: open: lb -> web tcp 80: replies (tcp 1024-65535 to public-a) are not let out of app-a by open, where no line allows it",
    ]);

    [Fact]
    public void Requests_without_a_line_are_told_as_not_let_out_of_the_subnet() => Told(Behind(Everything, HighPorts)).ShouldBe(
    [
        "Fail: open: web -> internet (0.0.0.0/0) tcp 443: the request (tcp 443 to 0.0.0.0/0) is not let out of app-a by open, "
            + "where no line allows it",
    ]);

    [Fact]
    public void A_line_of_the_list_that_denies_is_told_by_its_number() => Told(Behind($"{Denial(90)}, {Everything}", Everything)).ShouldBe(
        ["Fail: open: lb -> web tcp 80: the request (tcp 80 from public-a) is not let into app-a by open, where line 90 denies it"]);

    [Fact]
    public void A_line_that_is_a_resource_of_its_own_is_told_by_its_name() =>
        Told(Behind(Everything, Everything).Add(AclRule, "closed", Standalone("\"deny\""))).ShouldBe(
            ["Fail: closed: lb -> web tcp 80: the request (tcp 80 from public-a) is not let into app-a by open, where closed denies it"]);

    [Fact]
    public void A_line_that_may_deny_is_told_with_the_property_that_is_not_known() =>
        Told(Behind(Everything, Everything).Add(AclRule, "later", Standalone("\"<unknown>\""))).ShouldBe(
        [
            "Undetermined ruleAction: later: lb -> web tcp 80: the request (tcp 80 from public-a) is perhaps not let into app-a: "
                + "ruleAction is not known before the deployment",
        ]);

    [Fact]
    public void A_list_that_perhaps_stands_before_the_subnet_is_told_as_that() => Told(RoutingCases.Placed
        .Add(Acl, "open", $$"""{ "vpcId": "main", "ingress": [{{Denial(90)}}, {{Everything}}], "egress": [{{Everything}}] }""")
        .Add(Association, "placed", """{ "networkAclId": "open", "subnetId": "<unknown:app-a:data-a>" }""")).ShouldBe(
        [
            "Undetermined subnetIds: open: lb -> web tcp 80: the request (tcp 80 from public-a) is perhaps not let into app-a: "
                + "what is in the subnet, and which ACL stands before it, is not known before the deployment",
        ]);

    [Fact]
    public void Addresses_that_are_not_known_are_told_with_whose_they_are_in_each_direction() => Told(Behind(Everything, Everything)
        .Without("public-a")
        .Add("aws:ec2/subnet:Subnet", "public-a", """{ "vpcId": "main", "cidrBlock": "<unknown>", "tags": { "infra:tier": "public" } }"""))
        .ShouldBe(
        [
            "Undetermined subnetIds: open: lb -> web tcp 80: the addresses of public-a are not known before the deployment",
            "Undetermined subnetIds: open: lb -> web tcp 80: the addresses of public-a are not known before the deployment",
        ]);

    private static IReadOnlyList<string> Told(SampleProgram program) => program.Told("nacl-passes-declared-flows");

    private static SampleProgram Behind(string ingress, string egress) => RoutingCases.Placed.Add(Acl, "open",
        $$"""{ "vpcId": "main", "subnetIds": ["app-a"], "ingress": [{{ingress}}], "egress": [{{egress}}] }""");

    private static string Line(int port, int number = 100, string action = "allow", string block = "0.0.0.0/0") => $$"""
        { "ruleNo": {{number}}, "action": "{{action}}", "protocol": "tcp", "fromPort": {{port}}, "toPort": {{port}},
          "cidrBlock": "{{block}}" }
        """;

    private static string Denial(int number) => Line(80, number, "deny", "10.0.0.0/24");

    private static string Standalone(string action) => $$"""
        { "networkAclId": "open", "ruleNumber": 50, "egress": false, "ruleAction": {{action}}, "protocol": "tcp",
          "fromPort": 80, "toPort": 80, "cidrBlock": "10.0.0.0/24" }
        """;
}
