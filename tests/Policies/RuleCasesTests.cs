using Infra.Policies;

namespace Infra.Tests.Policies;

public sealed class RuleCasesTests
{
    public static TheoryData<string> Names => [.. RuleCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_gives_the_expected_verdict(string name)
    {
        var each = RuleCases.Named(name);
        var rule = PolicyPack.Essential.Rules.Single(entry => entry.Id == each.Rule);

        var findings = rule.Check(each.Program.Graph()).ToList();

        RuleCases.VerdictOf(findings).ShouldBe(each.Expected, string.Join("\n", findings.Select(finding => finding.Message)));
        if (each.Property is not null) findings.Select(finding => finding.Property).ShouldContain(each.Property);
    }

    [Fact]
    public void Every_rule_has_a_passing_a_failing_and_an_undetermined_case()
    {
        var missing =
            from rule in PolicyPack.Essential.Rules
            from verdict in Enum.GetValues<Verdict>()
            where !(rule.IsAlwaysDetermined && verdict == Verdict.Undetermined)
            where RuleCases.Of(rule.Id).All(each => each.Expected != verdict)
            select $"{rule.Id} {verdict}";

        missing.ShouldBeEmpty();
    }
}
