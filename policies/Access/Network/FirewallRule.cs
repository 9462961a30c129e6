using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

/// <summary>A rule that judges the openings of security groups one by one.</summary>
public abstract class FirewallRule(string id, Rank rank, string why, string fix, params IReadOnlyList<string> anchors)
    : Rule(id, rank, why, fix, anchors)
{
    public sealed override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LegacySecurityGroupRule, .. ResourceTypes.SecurityGroup,
        .. ResourceTypes.DefaultSecurityGroup, .. ResourceTypes.PrefixList, .. ResourceTypes.PrefixListEntry,
    ];

    /// <summary>The openings it speaks of, each with its verdict.</summary>
    protected abstract IEnumerable<Judged> Judge(FirewallModel firewall);

    public sealed override IEnumerable<Finding> Check(ResourceGraph graph) => Judge(graph.Firewall)
        .Where(entry => entry.Verdict != Verdict.Pass)
        .Select(Report)
        .DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));

    private Finding Report(Judged judged)
    {
        var (judgement, opening) = (judged.Judgement, judged.Judgement.Opening);
        if (judged.Verdict == Verdict.Fail) return Fail(opening.Rule, opening.Property, judgement.Path + Because(judgement), opening.Key);
        var unknown = judged.Unknown ?? judgement.UnknownProperty ?? Doubt.About(opening);
        return Undetermined(opening.Rule, unknown, $"{judgement.Path}: {unknown} is not known before the deployment", opening.Key);
    }

    private static string Because(Judgement judgement) => judgement switch
    {
        { Opening.Peer: Peer.Foreign foreign } => $"; {foreign.Reason}",
        { Opening.Groups.Count: 0 } => "; the group is not in this program, so its tier is not declared",
        { Opening.Direction: Direction.Ingress, Tier: { } tier } => $"; declared for {tier} is {TierMatrix.Describe(tier)}",
        { Tier: { } tier } => $"; declared for {tier} is {TierMatrix.DescribeFrom(tier)}",
        _ => "",
    };
}

/// <summary>An opening's judgement, and what one rule makes of it.</summary>
/// <param name="Judgement">What the matrix says of the opening.</param>
/// <param name="Verdict">What the rule says of it.</param>
/// <param name="Unknown">The property that keeps the rule from a verdict, where it is another than the one that keeps the matrix from its own.</param>
public sealed record Judged(Judgement Judgement, Verdict Verdict, string? Unknown = null);
