using Infra.Policies;
using Infra.Tests.Policies.Compute;
using Infra.Tests.Policies.Data;
using Infra.Tests.Policies.Identity;
using Infra.Tests.Policies.LoadBalancing;
using Infra.Tests.Policies.Network;
using Infra.Tests.Policies.Operations;

namespace Infra.Tests.Policies;

public sealed class RuleCasesTests
{
    private static readonly RuleCase[] All =
    [
        .. NetworkCases.All, .. ComputeCases.All, .. LoadBalancingCases.All, .. IdentityCases.All, .. DataCases.All, .. OperationsCases.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(each => each.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_gives_the_expected_verdict(string name)
    {
        var each = All.Single(entry => entry.ToString() == name);
        var rule = PolicyPack.Essential.Rules.Single(entry => entry.Id == each.Rule);

        var findings = rule.Check(each.Program.Graph()).ToList();

        VerdictOf(findings).ShouldBe(each.Expected, string.Join("\n", findings.Select(finding => finding.Message)));
        if (each.Property is not null) findings.ShouldContain(finding => finding.Property == each.Property);
    }

    [Fact]
    public void Every_rule_has_a_passing_a_failing_and_an_undetermined_case()
    {
        var missing =
            from rule in PolicyPack.Essential.Rules
            from verdict in Enum.GetValues<Verdict>()
            where !All.Any(each => each.Rule == rule.Id && each.Expected == verdict)
            select $"{rule.Id} {verdict}";

        missing.ShouldBeEmpty();
    }

    private static Verdict VerdictOf(List<Finding> findings) =>
        findings.Exists(finding => finding.Verdict == Verdict.Fail) ? Verdict.Fail
        : findings.Count > 0 ? Verdict.Undetermined
        : Verdict.Pass;
}
