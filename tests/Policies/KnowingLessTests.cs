using Infra.Policies;

namespace Infra.Tests.Policies;

public sealed class KnowingLessTests
{
    public static TheoryData<string> Rules => [.. PolicyPack.Essential.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_is_told_less_never_changes_its_mind(string id)
    {
        var rule = PolicyPack.Essential.Rules.Single(entry => entry.Id == id);

        var changes =
            from each in RuleCases.Of(id)
            where each.Expected != Verdict.Undetermined
            from less in each.Program.WithOneValueUnknown()
            let verdict = rule.VerdictOn(less.Program)
            where verdict != each.Expected && verdict != Verdict.Undetermined && !IsLeftToAnother(rule, verdict, less.Program)
            select $"{each}, without {less.Forgotten}: {verdict}";

        changes.ShouldBeEmpty();
    }

    // Of one opening several firewall rules speak: the one that is certain, or else the most special one.
    private static bool IsLeftToAnother(Rule rule, Verdict verdict, SampleProgram less) => verdict == Verdict.Pass
        && rule.Types.Contains(ResourceTypes.SecurityGroup[0])
        && PolicyPack.Essential.Check(less.Graph()).Count > 0;

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_never_undetermined_exactly_if_no_unknown_value_makes_it_so(string id)
    {
        var rule = PolicyPack.Essential.Rules.Single(entry => entry.Id == id);

        var undetermined =
            from each in RuleCases.Of(id)
            where each.Expected == Verdict.Undetermined
                || each.Program.WithOneValueUnknown().Any(less => rule.VerdictOn(less.Program) == Verdict.Undetermined)
            select each.ToString();

        undetermined.Any().ShouldBe(!rule.IsAlwaysDetermined);
    }
}
