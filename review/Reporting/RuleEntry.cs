using Infra.Policies;

namespace Infra.Review.Reporting;

/// <summary>What a list of rules says of one: of a rule, or of what can be wrong with a waiver.</summary>
public sealed record RuleEntry(string Id, Severity Severity, string Why, string Fix, IReadOnlyList<string> Anchors, IReadOnlyList<string> Types)
{
    /// <summary>Every id that a finding of the policies can have, in ordinal order.</summary>
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        .. PolicyPack.Essential.Rules.Select(rule => new RuleEntry(rule.Id, rule.Severity, rule.Why, rule.Fix, rule.Anchors, rule.Types))
            .Concat(WaiverPolicy.All.Select(policy => new RuleEntry(policy.Id, Severity.Error, policy.Why, policy.Fix, [], [])))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal),
    ];
}
