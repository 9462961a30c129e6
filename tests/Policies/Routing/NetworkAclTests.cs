using Infra.Policies;
using Infra.Tests.Policies.Network;

namespace Infra.Tests.Policies.Routing;

public sealed class NetworkAclTests
{
    private const string Acl = "aws:ec2/networkAcl:NetworkAcl";
    private const string Line = "aws:ec2/networkAclRule:NetworkAclRule";
    private const string Association = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
    private const string Everything = """{ "ruleNo": 100, "action": "allow", "protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlock": "0.0.0.0/0" }""";

    private static SampleProgram Open => RoutingCases.Placed.Add(
        Acl, "open", $$"""{ "vpcId": "main", "ingress": [{{Everything}}], "egress": [{{Everything}}] }""");

    private static SampleProgram OpenAndShut => Open.Add(Acl, "shut", """{ "vpcId": "main" }""");

    private static SampleProgram OpenToApp => OpenAndShut.Add(Association, "own", """{ "networkAclId": "open", "subnetId": "app-a" }""");

    [Fact]
    public void What_no_line_allows_is_told_with_its_way_and_both_its_ends() =>
        Findings(OpenAndShut.Add(Association, "way", """{ "networkAclId": "shut", "subnetId": "app-a" }""")).ShouldBe(
        [
            "Fail: shut: lb -> web tcp 80: the request (tcp 80 from public-a) is not let into app-a by shut, where no line allows it",
            "Fail: shut: lb -> web tcp 80: replies (tcp 1024-65535 to public-a) are not let out of app-a by shut, where no line allows it",
            "Fail: shut: web -> internet (0.0.0.0/0) tcp 443: the request (tcp 443 to 0.0.0.0/0) is not let out of app-a by shut, where no line allows it",
            "Fail: shut: web -> internet (0.0.0.0/0) tcp 443: replies (tcp 32768-60999 from 0.0.0.0/0) are not let into app-a by shut, where no line allows it",
        ]);

    [Fact]
    public void A_subnet_that_no_list_names_is_behind_the_networks_own_which_lets_everything_pass() => Findings(OpenAndShut).ShouldBeEmpty();

    [Fact]
    public void A_list_for_a_subnet_that_is_not_known_may_stand_before_any()
    {
        var findings = Findings(RoutingCases.Placed.Add(Acl, "shut", """{ "vpcId": "main", "subnetIds": ["<unknown>"] }"""));

        findings.ShouldAllBe(finding => finding.StartsWith("Undetermined subnetIds: shut: ", StringComparison.Ordinal));
        Subnets(findings).ShouldBe(["app-a", "public-a"]);
    }

    [Fact]
    public void A_list_that_may_stand_before_a_subnet_leaves_open_whether_the_one_that_does_is_asked()
    {
        var findings = Findings(OpenAndShut.Add(Association, "own", """{ "networkAclId": "open", "subnetId": "app-a" }""")
            .Add(Association, "way", """{ "networkAclId": "shut", "subnetId": "<unknown>" }"""));

        findings.ShouldAllBe(finding => finding.StartsWith("Undetermined subnetIds: shut: ", StringComparison.Ordinal));
        Subnets(findings).ShouldBe(["app-a", "public-a"]);
    }

    [Theory]
    [InlineData("<unknown:open:shut>", "app-a", new[] { "app-a" })]
    [InlineData("shut", "<unknown:app-a:public-a>", new[] { "app-a", "public-a" })]
    [InlineData("shut", "<unknown:data-a:public-a>", new[] { "public-a" })]
    public void A_list_that_stands_before_a_subnet_perhaps_denies_perhaps(string list, string subnet, string[] expected)
    {
        var findings = Findings(OpenAndShut.Add(Association, "way", $$"""{ "networkAclId": "{{list}}", "subnetId": "{{subnet}}" }"""));

        findings.ShouldAllBe(finding => finding.StartsWith("Undetermined subnetIds: shut: ", StringComparison.Ordinal));
        Subnets(findings).ShouldBe(expected);
    }

    [Fact]
    public void The_line_with_the_lowest_number_decides_wherever_it_stands()
    {
        Findings(Listed(Everything, Denial(90))).ShouldBe(
        [
            "Fail: list: lb -> web tcp 80: the request (tcp 80 from public-a) is not let into app-a by list, where line 90 denies it",
            "Fail: list: web -> internet (0.0.0.0/0) tcp 443: replies (tcp 32768-60999 from 0.0.0.0/0) are not let into app-a by list, where line 90 denies it",
        ]);
        Findings(Listed(Denial(110), Everything)).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_its_own_that_denies_is_where_the_finding_is() => Findings(OpenToApp.Add(Line, "shut-http", Denying(""))).ShouldBe(
        ["Fail: shut-http: lb -> web tcp 80: the request (tcp 80 from public-a) is not let into app-a by open, where shut-http denies it"]);

    [Theory]
    [InlineData("networkAclId")]
    [InlineData("ruleNumber")]
    [InlineData("ruleAction")]
    [InlineData("protocol")]
    [InlineData("fromPort")]
    [InlineData("toPort")]
    public void A_line_that_is_not_known_leaves_open_what_it_may_concern(string property) =>
        Findings(OpenToApp.Add(Line, "line", Denying(property))).ShouldContain($"Undetermined {property}: line: lb -> web tcp 80: "
            + $"the request (tcp 80 from public-a) is perhaps not let into app-a: {property} is not known before the deployment");

    [Theory]
    [InlineData("networkAclId", 22)]
    [InlineData("ruleNumber", 22)]
    [InlineData("ruleAction", 22)]
    [InlineData("cidrBlock", 22)]
    public void A_line_that_is_not_known_leaves_alone_what_it_cannot_concern(string property, int port) =>
        Findings(OpenToApp.Add(Line, "line", Denying(property, port))).ShouldBeEmpty();

    [Fact]
    public void A_line_of_which_not_even_the_direction_is_known_may_concern_both_of_them() => Findings(OpenToApp.Add(Line, "line", Denying("egress")))
        .Count(finding => finding.StartsWith("Undetermined egress: line: lb -> web", StringComparison.Ordinal)).ShouldBe(2);

    [Theory]
    [InlineData("", false)]
    [InlineData(", \"ipv6CidrBlock\": \"2001:db8:0:1::/64\"", true)]
    public void A_list_for_IPv4_alone_stops_IPv6_only_where_there_is_any(string block, bool expected) => Findings(Listed(Everything).Without("app-a")
        .Add("aws:ec2/subnet:Subnet", "app-a", $$"""{ "vpcId": "main", "cidrBlock": "10.0.1.0/24", "tags": { "infra:tier": "app" }{{block}} }""")
        .Egress("web-v6", "web", "::/0", "tcp", 443)).Exists(finding => finding.Contains("(::/0)", StringComparison.Ordinal)).ShouldBe(expected);

    [Theory]
    [InlineData("198.51.100.7/32", "-1", 0, 0)]
    [InlineData("192.168.0.0/16", "-1", 0, 0)]
    [InlineData("198.51.100.0/24", "tcp", 443, 443)]
    [InlineData("224.0.0.0/3", "-1", 0, 0)]
    public void A_bad_address_of_strangers_may_be_kept_out(string block, string protocol, int from, int to) =>
        Findings(Fenced(block, protocol, from, to)).ShouldBeEmpty();

    [Theory]
    [InlineData("10.0.0.0/25", "-1", 0, 0, "lb -> web")]
    [InlineData("0.0.0.0/0", "tcp", 40000, 40000, "web -> internet")]
    [InlineData("0.0.0.0/1", "-1", 0, 0, "web -> internet")]
    public void What_a_line_takes_of_the_networks_own_or_of_the_ports_is_missed(string block, string protocol, int from, int to, string path) =>
        Findings(Fenced(block, protocol, from, to)).ShouldContain(finding => finding.StartsWith($"Fail: list: {path}", StringComparison.Ordinal)
            && finding.EndsWith("where line 50 denies it", StringComparison.Ordinal));

    [Fact]
    public void Two_lines_that_keep_out_all_of_the_strangers_keep_them_out() => Findings(Listed(
            Fence("0.0.0.0/1", "tcp", 32768, 60999, 50), Fence("128.0.0.0/1", "tcp", 32768, 60999, 51), Everything))
        .ShouldContain(finding => finding.Contains("web -> internet", StringComparison.Ordinal));

    private static SampleProgram Fenced(string block, string protocol, int from, int to) => Listed(Fence(block, protocol, from, to, 50), Everything);

    private static string Fence(string block, string protocol, int from, int to, int number) =>
        $$"""{ "ruleNo": {{number}}, "action": "deny", "protocol": "{{protocol}}", "fromPort": {{from}}, "toPort": {{to}}, "cidrBlock": "{{block}}" }""";

    private static SampleProgram Listed(params string[] ingress) => RoutingCases.Placed.Add(Acl, "list",
        $$"""{ "vpcId": "main", "subnetIds": ["app-a"], "ingress": [{{string.Join(", ", ingress)}}], "egress": [{{Everything}}] }""");

    private static string Denial(int number) =>
        Everything.Replace("100", $"{number}", StringComparison.Ordinal).Replace("allow", "deny", StringComparison.Ordinal);

    private static string Denying(string unknown, int port = 80)
    {
        (string Name, string Value)[] line =
        [
            ("networkAclId", "\"open\""), ("ruleNumber", "50"), ("ruleAction", "\"deny\""), ("egress", "false"), ("protocol", "\"tcp\""),
            ("fromPort", $"{port}"), ("toPort", $"{port}"), ("cidrBlock", "\"10.0.0.0/24\""),
        ];
        return "{" + string.Join(", ", line.Select(part => $"\"{part.Name}\": {(part.Name == unknown ? "\"<unknown>\"" : part.Value)}")) + "}";
    }

    // Of messages such as "… into app-a: …".
    private static IEnumerable<string> Subnets(IEnumerable<string> findings) => findings
        .Select(finding => new[] { "public-a", "app-a", "data-a" }
            .Single(subnet => finding.Contains($"into {subnet}:") || finding.Contains($"out of {subnet}:")))
        .Distinct().Order(StringComparer.Ordinal);

    private static List<string> Findings(SampleProgram program) =>
    [
        .. PolicyPack.Essential.Rules.Single(rule => rule.Id == "nacl-passes-declared-flows").Check(program.Graph())
            .Select(finding => $"{finding.Verdict}{(finding.Property is null ? "" : $" {finding.Property}")}: {finding.Message}"),
    ];
}
