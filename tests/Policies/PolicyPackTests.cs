using Infra.Policies;
using Infra.Rpc.Messages;

namespace Infra.Tests.Policies;

public sealed class PolicyPackTests
{
    private const int Many = 250;

    [Fact]
    public void A_platform_as_declared_has_no_findings() =>
        PolicyPack.Essential.Check(SampleProgram.Platform().Graph()).ShouldBeEmpty();

    [Fact]
    public void The_order_in_which_resources_were_registered_changes_nothing()
    {
        var program = SampleProgram.Platform().Ingress("a", "web", "0.0.0.0/0", "-1", -1).Ingress("b", "db", "<unknown>", "tcp", 3306).Group("x", null);
        var resources = program.Resources();
        var expected = PolicyPack.Essential.Check(ResourceGraph.From(resources));

        foreach (var seed in Enumerable.Range(0, 5))
        {
            AnalyzerResource[] shuffled = [.. resources];
            new Random(seed).Shuffle(shuffled);
            PolicyPack.Essential.Check(ResourceGraph.From(shuffled)).ShouldBe(expected);
        }
    }

    [Fact]
    public void What_cannot_be_judged_is_told_once_by_the_most_special_rule() =>
        PolicyPack.Essential.Check(SampleProgram.Platform().AdminRanges("\"<unknown>\"").Ingress("ssh", "web", "203.0.113.8/29", "tcp", 22).Graph())
            .Select(finding => finding.Rule).ShouldBe(["admin-ranges-narrow", "sg-no-public-admin-port"]);

    [Fact]
    public void A_fingerprint_outlives_a_new_line_and_another_stack()
    {
        AnalyzerResource[] resources =
            [.. SampleProgram.Platform().Ingress("ssh", "web", "0.0.0.0/1", "tcp", 22).Resources().Select(resource => resource.Clone())];
        var dev = PolicyPack.Essential.Check(ResourceGraph.From(resources, _ => new("A.cs", 1))).Single();
        foreach (var resource in resources) resource.Urn = resource.Urn.Replace("pulumi:dev::", "pulumi:prod::", StringComparison.Ordinal);
        var prod = PolicyPack.Essential.Check(ResourceGraph.From(resources, _ => new("A.cs", 99))).Single();

        prod.Urn.ShouldNotBe(dev.Urn);
        prod.Fingerprint.ShouldBe(dev.Fingerprint);
    }

    [Fact]
    public void Findings_of_one_rule_on_one_resource_have_fingerprints_of_their_own()
    {
        var program = new SampleProgram().Group("web", "web", """
            , "ingress": [{ "protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/1", "128.0.0.0/1"] }]
            """);

        var fingerprints = PolicyPack.Essential.Check(program.Graph()).Select(finding => finding.Fingerprint).ToList();

        fingerprints.Count.ShouldBe(2);
        fingerprints.ShouldBeUnique();
    }

    [Fact]
    public void A_rule_that_throws_becomes_an_error_finding_without_its_message()
    {
        var pack = new PolicyPack("test", [new Broken()]);

        var finding = pack.Check(SampleProgram.Platform().Graph()).ShouldHaveSingleItem();

        (finding.Rule, finding.Severity, finding.Verdict).ShouldBe(("broken", Severity.Error, Verdict.Fail));
        finding.Message.ShouldContain(nameof(InvalidOperationException));
        finding.ToString().ShouldNotContain("hunter22");
    }

    [Fact]
    public void Over_many_resources_each_rule_says_what_it_says_alone()
    {
        var program = Large().Ingress("ssh", "web", "0.0.0.0/1", "tcp", 22).Group("x", null).Egress("out", "db", "<unknown>", "tcp", 443);
        var alone = PolicyPack.Essential.Rules.SelectMany(rule => new PolicyPack("one", [rule]).Check(program.Graph())).ToHashSet();
        var superseded = PolicyPack.Essential.Rules.SelectMany(rule => rule.Supersedes).ToHashSet();

        var together = PolicyPack.Essential.Check(program.Graph());

        together.Count.ShouldBeGreaterThan(Many);
        together.Where(finding => !alone.Contains(finding)).ShouldBeEmpty();
        alone.Except(together).Where(finding => !superseded.Contains(finding.Rule)).ShouldBeEmpty();
    }

    [Fact]
    public void Over_many_resources_a_rule_that_throws_takes_no_other_down()
    {
        var sound = PolicyPack.Essential.Rules[0];
        var graph = Large().Graph();

        new PolicyPack("test", [new Broken(), sound]).Check(graph).Where(finding => finding.Rule != sound.Id)
            .ShouldHaveSingleItem().Rule.ShouldBe("broken");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lack_of_memory_is_no_finding(bool large)
    {
        var graph = (large ? Large() : SampleProgram.Platform()).Graph();

        Should.Throw<OutOfMemoryException>(() => new PolicyPack("test", [new Hungry()]).Check(graph));
    }

    [Fact]
    public void Every_rule_says_what_it_is()
    {
        PolicyPack.Essential.Rules.Select(rule => rule.Id).ShouldBeUnique();
        foreach (var rule in PolicyPack.Essential.Rules)
        {
            rule.Id.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)+$");
            rule.Why.ShouldEndWith(".");
            rule.Fix.ShouldNotEndWith(".");
            rule.Types.ShouldNotBeEmpty();
            rule.Anchors.ShouldBeUnique();
        }
    }

    [Fact]
    public void A_rule_that_supersedes_another_names_one_of_the_pack()
    {
        var ids = PolicyPack.Essential.Rules.Select(rule => rule.Id).ToHashSet();

        PolicyPack.Essential.Rules.SelectMany(rule => rule.Supersedes).ShouldAllBe(id => ids.Contains(id));
    }

    private static SampleProgram Large() => Enumerable.Range(0, Many)
        .Aggregate(SampleProgram.Platform(), (program, index) => program.Add("aws:sqs/queue:Queue", $"letters-{index}"));

    private sealed class Hungry() : Rule("hungry", Rank.Low, "It asks for more than there is.", "ask for less")
    {
        public override IReadOnlyList<string> Types => [];

        // Longer than a string can be, however much memory there is.
        public override IEnumerable<Finding> Check(ResourceGraph graph) => new string(' ', int.MaxValue).Select(_ => (Finding)null!);
    }

    private sealed class Broken() : Rule("broken", Rank.Low, "It must not take the others down.", "mend it")
    {
        public override IReadOnlyList<string> Types => [];

        public override IEnumerable<Finding> Check(ResourceGraph graph) => throw new InvalidOperationException("password is hunter22");
    }
}
