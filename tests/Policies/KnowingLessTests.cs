using System.Collections.Concurrent;
using Infra.Policies;
using Infra.Policies.Network;

namespace Infra.Tests.Policies;

public sealed class KnowingLessTests
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Trial>> TrialsByRule = new(StringComparer.Ordinal);

    private static string[] Openings { get; } =
    [
        .. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LegacySecurityGroupRule,
    ];

    private static IReadOnlyList<Rule> OpeningRules { get; } =
        [.. PolicyPack.Essential.Rules.Where(rule => rule.Types.Intersect(Openings).Any() || rule is InterfacesNameTheirGroups)];

    public static TheoryData<string> Rules => [.. PolicyPack.Essential.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_is_told_less_never_changes_its_mind(string id)
    {
        var rule = Rule(id);

        var changes = Trials(id)
            .Where(trial => trial.Case.Expected != Verdict.Undetermined
                && trial.Verdict != trial.Case.Expected && trial.Verdict != Verdict.Undetermined && !IsLeftToAnother(rule, trial))
            .Select(trial => $"{trial.Case}, without {trial.Forgotten}: {trial.Verdict}");

        changes.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_never_undetermined_exactly_if_no_unknown_value_makes_it_so(string id)
    {
        var isUndetermined = RuleCases.Of(id).Any(each => each.Expected == Verdict.Undetermined)
            || Trials(id).Any(trial => trial.Verdict == Verdict.Undetermined);

        isUndetermined.ShouldBe(!Rule(id).IsAlwaysDetermined);
    }

    // Of one opening, and of the groups of one interface, several rules speak: the one that is certain, or else the most special one.
    private static bool IsLeftToAnother(Rule rule, Trial trial)
    {
        if (trial.Verdict != Verdict.Pass || !OpeningRules.Contains(rule)) return false;
        var graph = trial.Program.Graph();
        return OpeningRules.Any(other => other.Check(graph).Any());
    }

    private static Rule Rule(string id) => PolicyPack.Essential.Rules.Single(entry => entry.Id == id);

    private static IReadOnlyList<Trial> Trials(string id) => TrialsByRule.GetOrAdd(id, key =>
    [
        .. from each in RuleCases.Of(key)
           from less in each.Program.WithOneValueUnknown()
           select new Trial(each, less.Forgotten, less.Program, Rule(key).VerdictOn(less.Program)),
    ]);

    private sealed record Trial(RuleCase Case, string Forgotten, SampleProgram Program, Verdict Verdict);
}
