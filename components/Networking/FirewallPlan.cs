namespace Infra.Components.Networking;

/// <summary>The security groups and rules that a list of flows comes to.</summary>
public sealed class FirewallPlan
{
    /// <summary>
    /// Rules of one group in one direction and one version of IP; AWS's default quota. Rules that name a group or a prefix list
    /// count for both versions (VPC user guide, "Amazon VPC quotas", read 2026-11).
    /// </summary>
    public const int RuleQuota = 60;

    /// <summary>The widest range in public address space that may be called one's administrators, or a partner: 256 addresses.</summary>
    public const int ShortestPublicPrefix = 24;

    private FirewallPlan(
        IReadOnlyList<TierPeer> tiers, IReadOnlyList<FirewallRule> rules, IReadOnlyList<CloudFront> cloudFronts, IReadOnlyList<Cidr> adminRanges,
        IReadOnlyList<Cidr> partnerRanges, IReadOnlyList<Cidr> joinedRanges)
    {
        Tiers = tiers;
        Rules = rules;
        CloudFronts = cloudFronts;
        AdminRanges = adminRanges;
        PartnerRanges = partnerRanges;
        JoinedRanges = joinedRanges;
    }

    /// <summary>Every tier that a flow speaks of, by key.</summary>
    public IReadOnlyList<TierPeer> Tiers { get; }

    public IReadOnlyList<FirewallRule> Rules { get; }

    public IReadOnlyList<CloudFront> CloudFronts { get; }

    public IReadOnlyList<Cidr> AdminRanges { get; }

    public IReadOnlyList<Cidr> PartnerRanges { get; }

    /// <summary>Of subnets in networks of other regions.</summary>
    public IReadOnlyList<Cidr> JoinedRanges { get; }

    public static FirewallPlan Of(IReadOnlyList<Flow> flows)
    {
        var peers = flows.SelectMany(flow => new[] { flow.From, flow.To }).ToList();
        return new FirewallPlan(
            [.. peers.OfType<TierPeer>().Distinct().OrderBy(tier => tier.Key, StringComparer.Ordinal)],
            [.. flows.SelectMany(FirewallRule.Of)],
            [.. peers.OfType<CloudFront>().Distinct()],
            [.. peers.OfType<Administrators>().SelectMany(admin => admin.Ranges).Distinct()],
            [.. peers.OfType<Partners>().SelectMany(partners => partners.Ranges).Distinct()],
            [.. peers.OfType<Neighbours>().SelectMany(machines => machines.Ranges)
                .Concat(peers.OfType<RemoteDatabases>().SelectMany(databases => databases.Ranges)).Distinct()]);
    }

    /// <summary>What AWS would refuse, and admin ranges that are no such thing.</summary>
    public IEnumerable<string> Check()
    {
        if (Tiers.Count == 0)
            yield return "No flow is declared; expected at least one, such as internet.CanReach(loadBalancer).";

        foreach (var range in AdminRanges)
            foreach (var problem in CheckAdminRange(range))
                yield return $"The admin range {range} {problem}";
        foreach (var range in PartnerRanges)
            foreach (var problem in CheckPartnerRange(range))
                yield return $"The partner range {range} {problem}";
        foreach (var range in JoinedRanges.Where(range => !range.IsPrivate))
            yield return $"The range {range} of a joined network is public; expected are subnets of a network, which are private.";

        foreach (var rules in Rules.GroupBy(rule => rule.Name).Where(group => group.Count() > 1))
            yield return $"The rule {rules.Key} ({rules.First().Description}) is declared {rules.Count()} times; "
                + "AWS refuses duplicates. Remove the repeated flow.";

        foreach (var bypassed in Bypassed())
            yield return $"Both cloudfront and internet reach {bypassed}, so its visitors can go past CloudFront. Remove one of the two flows.";

        foreach (var rules in Rules.GroupBy(rule => (rule.Group, rule.Direction)))
        {
            var weight = Math.Max(WeightOf(rules, isIpv6: false), WeightOf(rules, isIpv6: true));
            if (weight <= RuleQuota) continue;

            var direction = rules.Key.Direction is RuleDirection.Ingress ? "ingress" : "egress";
            yield return $"The security group of {rules.Key.Group} would hold {weight} {direction} rules{Counted(rules)}; AWS's quota is "
                + $"{RuleQuota}. Join address ranges, or ask for a higher quota.";
        }
    }

    private IEnumerable<TierPeer> Bypassed() => Rules
        .Where(rule => rule.Direction is RuleDirection.Ingress)
        .GroupBy(rule => rule.Group)
        .Where(rules => rules.Any(rule => rule.Other is RuleEnd.PrefixList) && rules.Any(rule => rule.Other is RuleEnd.Ipv6Internet))
        .Select(rules => rules.Key);

    private static int WeightOf(IEnumerable<FirewallRule> rules, bool isIpv6) => rules
        .Where(rule => rule.Other is not (RuleEnd.Range or RuleEnd.Ipv6Internet) || rule.Other is RuleEnd.Ipv6Internet == isIpv6)
        .Sum(rule => rule.Weight);

    private static string Counted(IEnumerable<FirewallRule> rules) => string.Concat(rules
        .Where(rule => rule.Weight > 1)
        .Select(rule => $" ({rule.Name} counts as {rule.Weight})"));

    /// <summary>What is wrong with a range as that of administrators, as the rest of a sentence about it; nothing if it is fine.</summary>
    public static IEnumerable<string> CheckAdminRange(Cidr range)
    {
        if (!range.IsPrivate && range.PrefixLength < ShortestPublicPrefix)
            yield return $"opens SSH to {range.AddressCount} addresses of the internet; "
                + $"allowed are ranges of a VPN: /{ShortestPublicPrefix} or narrower in public address space, "
                + "any width within private address space.";
    }

    /// <summary>What is wrong with a range as that of a partner, as the rest of a sentence about it; nothing if it is fine.</summary>
    public static IEnumerable<string> CheckPartnerRange(Cidr range)
    {
        if (range.IsPrivate)
            yield return "is private: nobody comes from there over the internet. Expected are the public addresses that the partner's machines have outside.";
        else if (range.PrefixLength < ShortestPublicPrefix)
            yield return $"opens file transfer to {range.AddressCount} addresses of the internet; allowed is /{ShortestPublicPrefix} or narrower.";
    }
}
