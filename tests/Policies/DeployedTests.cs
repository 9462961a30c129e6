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

    [Fact]
    public void A_program_that_a_rule_passes_still_passes_once_it_is_deployed()
    {
        var changes =
            from rule in PolicyPack.Essential.Rules
            from each in RuleCases.Of(rule.Id)
            where each.Expected == Verdict.Pass
            let findings = rule.Check(ResourceGraph.From([.. each.Program.Resources().Select(Deployed.Of)], _ => null)).ToList()
            where findings.Count > 0
            select $"{each}: {findings[0].Message}";

        changes.ShouldBeEmpty();
    }

    private static IEnumerable<string> FailuresOf(IEnumerable<Infra.Rpc.Messages.AnalyzerResource> resources) =>
        PolicyPack.Essential.Check(ResourceGraph.From([.. resources], _ => null))
            .Where(finding => finding.Verdict == Verdict.Fail)
            .Select(finding => $"{finding.Rule} {finding.Message}");
}
