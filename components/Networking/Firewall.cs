using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Infra.Components.Networking;

public sealed record FirewallArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>The only place where ports open. What no flow names stays closed, in both directions.</summary>
    public required IReadOnlyList<Flow> Flows { get; init; }
}

/// <summary>A security group for each tier and one rule resource for each half of each flow, port and address range.</summary>
public sealed class Firewall : ComponentResource
{
    private readonly string _name;
    private readonly ImmutableDictionary<TierPeer, SecurityGroup> _groups;

    public Firewall(string name, FirewallArgs args, ComponentResourceOptions? options = null)
        : base("infra:network:Firewall", name, options)
    {
        var plan = FirewallPlan.Of(args.Flows);
        new Problems("Firewall", name)
            // EC2 API reference, CreateSecurityGroup, GroupName; read 2026-11.
            .Unless(!$"{name}-".StartsWith("sg-", StringComparison.OrdinalIgnoreCase),
                $"The name '{name}' begins the names of its security groups, which AWS refuses with 'sg-' in front; expected is another, such as firewall.")
            .Add(plan.Check()).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        _name = name;
        _groups = plan.Tiers.ToImmutableDictionary(tier => tier, tier => CreateGroup(name, tier, args, child));
        foreach (var rule in plan.Rules)
            CreateRule(name, rule, args, child);

        CloudFrontPrefixListIds = Output.All(plan.CloudFronts.Select(list => list.PrefixListId));
        AdminRanges = Output.Create(plan.AdminRanges.Select(range => range.ToString()).ToImmutableArray());
        PartnerRanges = Output.Create(plan.PartnerRanges.Select(range => range.ToString()).ToImmutableArray());
        SecurityGroupIds = Output.All(plan.Tiers.Select(tier => _groups[tier].Id))
            .Apply(ids => plan.Tiers.Zip(ids).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
        RegisterOutputs();
    }

    /// <summary>The VPN ranges that policies take for administrators.</summary>
    [Output("adminRanges")]
    public Output<ImmutableArray<string>> AdminRanges { get; }

    /// <summary>The ranges that policies take for partners.</summary>
    [Output("partnerRanges")]
    public Output<ImmutableArray<string>> PartnerRanges { get; }

    /// <summary>What policies take for CloudFront: lists that were found by AWS's name for them.</summary>
    [Output("cloudFrontPrefixListIds")]
    public Output<ImmutableArray<string>> CloudFrontPrefixListIds { get; }

    [Output("securityGroupIds")]
    public Output<ImmutableDictionary<string, string>> SecurityGroupIds { get; }

    /// <exception cref="RunException">No flow names the tier, so it has no security group.</exception>
    public Output<string> GroupOf(TierPeer tier) => _groups.TryGetValue(tier, out var group)
        ? group.Id
        : throw new RunException($"Firewall '{_name}' has no security group for {tier}: no flow names it. "
            + $"Declare a flow from or to {tier}.");

    private static SecurityGroup CreateGroup(string name, TierPeer tier, FirewallArgs args, CustomResourceOptions child) =>
        new($"{name}-{tier}", new SecurityGroupArgs
        {
            Region = args.Location.Region,
            VpcId = args.VpcId,
            // Frozen: a new description replaces the group, and AWS refuses that while anything uses it.
            Description = $"Traffic of the {tier} tier",
            Tags = args.Naming.Tags($"{name}-{tier}", tier.Key),
        }, child);

    private void CreateRule(string name, FirewallRule rule, FirewallArgs args, CustomResourceOptions child)
    {
        var ruleName = $"{name}-{rule.Name}";
        if (rule.Direction is RuleDirection.Ingress) CreateIngress(ruleName, rule, args, child);
        else CreateEgress(ruleName, rule, args, child);
    }

    private void CreateIngress(string ruleName, FirewallRule rule, FirewallArgs args, CustomResourceOptions child) =>
        _ = new SecurityGroupIngressRule(ruleName, new SecurityGroupIngressRuleArgs
        {
            Region = args.Location.Region,
            SecurityGroupId = _groups[rule.Group].Id,
            IpProtocol = "tcp",
            FromPort = rule.Port,
            ToPort = rule.Port,
            ReferencedSecurityGroupId = GroupId(rule.Other),
            CidrIpv4 = Ipv4(rule.Other),
            CidrIpv6 = Ipv6(rule.Other),
            PrefixListId = PrefixListId(rule.Other),
            Description = rule.Description,
            Tags = args.Naming.Tags(ruleName),
        }, child);

    private void CreateEgress(string ruleName, FirewallRule rule, FirewallArgs args, CustomResourceOptions child) =>
        _ = new SecurityGroupEgressRule(ruleName, new SecurityGroupEgressRuleArgs
        {
            Region = args.Location.Region,
            SecurityGroupId = _groups[rule.Group].Id,
            IpProtocol = "tcp",
            FromPort = rule.Port,
            ToPort = rule.Port,
            ReferencedSecurityGroupId = GroupId(rule.Other),
            CidrIpv4 = Ipv4(rule.Other),
            CidrIpv6 = Ipv6(rule.Other),
            PrefixListId = PrefixListId(rule.Other),
            Description = rule.Description,
            Tags = args.Naming.Tags(ruleName),
        }, child);

    private Input<string>? GroupId(RuleEnd end) => end is RuleEnd.Group group ? (Input<string>)_groups[group.Tier].Id : null;

    private static Input<string>? Ipv4(RuleEnd end) => end is RuleEnd.Range range ? (Input<string>)range.Block.ToString() : null;

    private static Input<string>? Ipv6(RuleEnd end) => end is RuleEnd.Ipv6Internet ? (Input<string>)RuleEnd.Ipv6Internet.Block : null;

    private static Input<string>? PrefixListId(RuleEnd end) => end is RuleEnd.PrefixList list ? list.List.PrefixListId : null;
}
