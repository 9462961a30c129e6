using System.Text;
using Infra.Policies;
using Infra.Tests.Testing;

namespace Infra.Tests.Policies.Deployment;

public sealed class FactMessagesTests
{
    private static readonly IReadOnlyList<Rule> Facts = [.. PolicyPack.Essential.Rules.Where(rule => rule.Id.StartsWith("deploy-", StringComparison.Ordinal))];

    [Fact]
    public void Each_mistake_that_a_deployment_would_punish_is_told_in_words()
    {
        var text = new StringBuilder();
        foreach (var rule in Facts)
        {
            text.Append($"{rule.Id}\n");
            foreach (var each in RuleCases.Of(rule.Id).Where(each => each.Expected == Verdict.Fail))
                text.Append($"  {each.Name}: {string.Join("; ", Mistakes(rule, each).Select(finding => finding.Message))}\n");
        }

        Snapshot.Matches("facts", text.ToString());
    }

    [Fact]
    public void Each_of_them_names_the_property_to_change() =>
        Facts.SelectMany(rule => RuleCases.Of(rule.Id).Where(each => each.Expected == Verdict.Fail).SelectMany(each => Mistakes(rule, each)))
            .ShouldAllBe(finding => finding.Property != null);

    private static IEnumerable<Finding> Mistakes(Rule rule, RuleCase each) =>
        rule.Check(each.Program.Graph()).Where(finding => finding.Verdict == Verdict.Fail);
}
