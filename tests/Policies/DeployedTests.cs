using Infra.Policies;
using Infra.Review.Reporting;
using Infra.Tests.Testing;

namespace Infra.Tests.Policies;

/// <summary>A preview that passed is followed by others, which see what was deployed.</summary>
[Collection(HostedPrograms.Name)]
public sealed class DeployedTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_second_preview_of_a_stack_fails_nothing_that_the_first_one_passed(string stack)
    {
        var resources = AnalyzerMessages.Of((await HostedPrograms.PlatformAsync(stack)).Preview);

        var failures = FailuresOf(resources.Select(Deployed.Of)).Except(FailuresOf(resources));

        failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Verdict.Pass)]
    [InlineData(Verdict.Fail)]
    [InlineData(Verdict.Undetermined)]
    public void A_rule_judges_what_is_deployed_as_it_judged_the_program(Verdict verdict)
    {
        var changes =
            from rule in PolicyPack.Essential.Rules
            from each in RuleCases.Of(rule.Id)
            where each.Expected == verdict
            let findings = rule.Check(ResourceGraph.From([.. each.Program.Resources().Select(Deployed.Of)], _ => null)).ToList()
            where RuleCases.VerdictOf(findings) != verdict
            select $"{each}: {RuleCases.VerdictOf(findings)} {findings.FirstOrDefault()?.Message}";

        changes.ShouldBeEmpty();
    }

    private static IEnumerable<string> FailuresOf(IEnumerable<Infra.Rpc.Messages.AnalyzerResource> resources) =>
        PolicyPack.Essential.Check(ResourceGraph.From([.. resources], _ => null))
            .Where(finding => finding.Verdict == Verdict.Fail)
            .Select(finding => $"{finding.Rule} {finding.Message}");
}
