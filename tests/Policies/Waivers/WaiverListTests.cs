using Infra.Policies;

namespace Infra.Tests.Policies.Waivers;

public sealed class WaiverListTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static SampleProgram Open => SampleProgram.Platform().Ingress("ssh", "web", "0.0.0.0/1", "tcp", 22);

    private static string Urn(string name) => SampleProgram.Urn("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name);

    private static Waiver Ssh => new()
    {
        Rule = "sg-no-public-admin-port",
        Urn = Urn("ssh"),
        Reason = "the contractor works from there until the move",
        Owner = "platform",
        Expires = Today.AddDays(30),
    };

    [Fact]
    public void A_waived_finding_stays_and_says_who_accepts_it()
    {
        var finding = Check(Open, Ssh).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("sg-no-public-admin-port");
        finding.Waiver.ShouldBe(Ssh);
    }

    [Fact]
    public void A_waiver_holds_on_its_last_day_and_not_on_the_next()
    {
        Check(Open, Ssh with { Expires = Today }).ShouldHaveSingleItem().Waiver.ShouldNotBeNull();

        var findings = Check(Open, Ssh with { Expires = Today.AddDays(-1) });

        findings.Select(finding => (finding.Rule, finding.Waiver)).ShouldBe([("sg-no-public-admin-port", null), ("waiver-expired", null)]);
        findings[1].Message.ShouldContain("2026-11-20");
    }

    [Fact]
    public void A_waiver_that_no_finding_needs_is_an_error()
    {
        var finding = Check(SampleProgram.Platform().Ingress("ssh", "web", "lb", "tcp", 80), Ssh with
        {
            Source = new("infra.waivers.yaml", 2),
        }).ShouldHaveSingleItem();

        (finding.Rule, finding.Severity, finding.Urn, finding.Source)
            .ShouldBe(("waiver-unused", Severity.Error, Ssh.Urn, new SourceLocation("infra.waivers.yaml", 2)));
        finding.Message.ShouldBe("sg-no-public-admin-port has no finding there");
    }

    [Fact]
    public void A_waiver_for_a_resource_that_is_gone_says_so() =>
        Check(SampleProgram.Platform(), Ssh)
            .ShouldHaveSingleItem().Message.ShouldBe("the waiver of sg-no-public-admin-port is for a resource that is not in the program");

    [Fact]
    public void A_waiver_of_another_stack_is_not_judged() =>
        Check(SampleProgram.Platform(), Ssh with { Urn = Ssh.Urn.Replace("pulumi:dev::", "pulumi:prod::", StringComparison.Ordinal) }).ShouldBeEmpty();

    [Fact]
    public void A_waiver_cannot_hide_a_second_door()
    {
        var both = TwoDoors;

        var findings = Check(both, Ssh with { Urn = Group });

        findings.Count(finding => finding is { Rule: "sg-no-public-admin-port", Waiver: null }).ShouldBe(2);
        var broad = findings.Single(finding => finding.Rule == "waiver-too-broad");
        foreach (var finding in PolicyPack.Essential.Check(both.Graph())) broad.Message.ShouldContain(finding.Fingerprint);
    }

    [Fact]
    public void With_a_fingerprint_it_is_for_one_door_of_several()
    {
        var both = TwoDoors;
        var first = PolicyPack.Essential.Check(both.Graph()).First(finding => finding.Rule == Ssh.Rule);

        var findings = Check(both, Ssh with { Urn = Group, Fingerprint = first.Fingerprint });

        findings.Where(finding => finding.Waiver is not null).ShouldHaveSingleItem().Fingerprint.ShouldBe(first.Fingerprint);
        findings.Count(finding => finding.Waiver is null).ShouldBe(1);
    }

    [Fact]
    public void A_fingerprint_that_no_finding_has_makes_a_waiver_unused() =>
        Check(Open, Ssh with { Fingerprint = new('0', 32) }).Select(finding => finding.Rule).ShouldBe(["sg-no-public-admin-port", "waiver-unused"]);

    [Fact]
    public void A_door_that_comes_to_let_others_in_is_another_door()
    {
        SampleProgram[] doors =
        [
            Listed("203.0.113.7/32", "web"), Listed("0.0.0.0/0", "web"), Listed("203.0.113.7/32", "db"),
            SampleProgram.Platform().Ingress("ssh", "web", "203.0.113.7/32", "tcp", 22),
            SampleProgram.Platform().Ingress("ssh", "db", "203.0.113.7/32", "tcp", 22),
        ];

        doors.Select(door => PolicyPack.Essential.Check(door.Graph()).Single(finding => finding.Rule == Ssh.Rule).Fingerprint).ShouldBeUnique();

        static SampleProgram Listed(string block, string group) => SampleProgram.Platform()
            .Add("aws:ec2/managedPrefixList:ManagedPrefixList", "friends", $$"""{ "maxEntries": 5, "entries": [{ "cidr": "{{block}}" }] }""")
            .Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ssh", $$"""
                { "securityGroupId": "{{group}}", "prefixListId": "<unknown:friends>", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22 }
                """);
    }

    [Fact]
    public void A_group_of_another_program_is_another_one_in_the_same_place() => new[] { "sg-harmless", "sg-open-to-the-world" }.Select(group =>
        PolicyPack.Essential.Check(SampleProgram.Platform()
            .Add("aws:rds/instance:Instance", "orders", $$"""{ "vpcSecurityGroupIds": ["db", "{{group}}"] }""").Graph())
            .Single(finding => finding.Rule == "sg-attached-declared").Fingerprint).ShouldBeUnique();

    [Fact]
    public void Two_waivers_of_one_finding_are_one_too_many()
    {
        var fingerprint = PolicyPack.Essential.Check(Open.Graph()).Single().Fingerprint;

        var findings = Check(Open, Ssh, Ssh with { Fingerprint = fingerprint });

        findings.Select(finding => (finding.Rule, finding.Waiver is not null)).ShouldBe([("sg-no-public-admin-port", true), ("waiver-unused", false)]);
        findings[1].Message.ShouldBe("another waiver covers the finding of sg-no-public-admin-port already");
    }

    [Fact]
    public void The_waiver_of_a_rule_that_is_switched_off_is_not_unused()
    {
        var others = new PolicyPack("some", [.. PolicyPack.Essential.Rules.Where(rule => rule.Id != Ssh.Rule)]);

        others.Check(SampleProgram.Platform().Graph(), WaiverList.Of([Ssh], PolicyPack.Essential.Rules, Today)).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_rule_that_failed_would_have_found_cannot_be_accepted()
    {
        var pack = new PolicyPack("test", [new Broken()]);
        var urn = pack.Check(Open.Graph()).Single().Urn;

        var findings = pack.Check(Open.Graph(), WaiverList.Of([Ssh with { Rule = "broken", Urn = urn }], pack.Rules, Today));

        findings.Select(finding => (finding.Rule, finding.Waiver)).ShouldBe([("broken", null), ("waiver-unused", null)]);
    }

    [Fact]
    public void All_that_is_wrong_with_waivers_is_told_at_once()
    {
        Waiver[] waivers =
        [
            Ssh with { Rule = "no-such-rule" },
            Ssh with { Rule = "sg-no-public-admin" },
            Ssh with { Rule = "schema-wrong-type" },
            Ssh with { Rule = "waiver-unused" },
            Ssh with { Urn = "urn:pulumi:dev::infra::*" },
            Ssh with { Urn = "ssh" },
            Ssh with { Fingerprint = "abc" },
            Ssh with { Reason = "because" },
            Ssh with { Owner = " " },
            Ssh with { Expires = Today.AddDays(91), Fingerprint = new('1', 32) },
            Ssh,
            Ssh,
        ];

        var lines = Should.Throw<WaiverException>(() => WaiverList.Of(waivers, PolicyPack.Essential.Rules, Today)).Message.Split('\n');

        lines[0].ShouldBe("The waivers are wrong in 13 places:");
        string[] expected =
        [
            "rule is 'no-such-rule', and there is no such rule; infra policies lists them.",
            "rule is 'sg-no-public-admin', and there is no such rule; the nearest is sg-no-public-admin-port.",
            "rule is 'schema-wrong-type', which the provider itself would refuse; it cannot be waived.",
            "rule is 'waiver-unused', which is about waivers; it cannot be waived.",
            "urn is 'urn:pulumi:dev::infra::*'; a waiver names one resource by its whole URN, without wildcards.",
            "urn is 'ssh'; expected urn:pulumi:<stack>::<project>::<type>::<name>, as the report shows it.",
            "fingerprint is 'abc'; expected 32 hexadecimal digits, as the JSON report shows them.",
            "reason is 'because'; say in at least 20 characters why the finding is acceptable.",
            "owner is empty; name the team or person who answers for it.",
            "the same waiver of sg-no-public-admin-port is given twice; remove one.",
            "expires is 2027-02-20, 91 days from 2026-11-21; allowed are at most 90, so 2027-02-19.",
        ];
        foreach (var text in expected) lines.ShouldContain(line => line.EndsWith(text, StringComparison.Ordinal), text);
    }

    [Fact]
    public void The_longest_time_that_is_allowed_is_ninety_days() =>
        Check(Open, Ssh with { Expires = Today.AddDays(90) }).ShouldHaveSingleItem().Waiver.ShouldNotBeNull();

    private static string Group => SampleProgram.Urn("aws:ec2/securityGroup:SecurityGroup", "web");

    private static SampleProgram TwoDoors => new SampleProgram().Group("web", "web", """
        , "ingress": [{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/1", "128.0.0.0/1"] }]
        """);

    private static IReadOnlyList<Finding> Check(SampleProgram program, params Waiver[] waivers) =>
        PolicyPack.Essential.Check(program.Graph(), WaiverList.Of(waivers, PolicyPack.Essential.Rules, Today));

    private sealed class Broken() : Rule("broken", Rank.Low, "It must not take the others down.", "mend it")
    {
        public override IReadOnlyList<string> Types => [];

        public override IEnumerable<Finding> Check(ResourceGraph graph) => throw new InvalidOperationException();
    }
}
