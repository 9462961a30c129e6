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
        new Problems("Firewall", name).Add(plan.Check()).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        _name = name;
        _groups = plan.Tiers.ToImmutableDictionary(tier => tier, tier => CreateGroup(name, tier, args, child));
        foreach (var rule in plan.Rules)
            CreateRule(name, rule, args, child);

        AdminRanges = Output.Create(plan.AdminRanges.Select(range => range.ToString()).ToImmutableArray());
        SecurityGroupIds = Output.All(plan.Tiers.Select(tier => _groups[tier].Id))
            .Apply(ids => plan.Tiers.Zip(ids).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
        RegisterOutputs();
    }

    /// <summary>The VPN ranges that policies take for administrators.</summary>
    [Output("adminRanges")]
    public Output<ImmutableArray<string>> AdminRanges { get; }

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
        var group = _groups[rule.Group].Id;
        var otherGroup = rule.Tier is { } tier ? (Input<string>)_groups[tier].Id : null;
        var otherRange = rule.Range is { } range ? (Input<string>)range.ToString() : null;

        if (rule.Direction is RuleDirection.Ingress)
            _ = new SecurityGroupIngressRule(ruleName, new SecurityGroupIngressRuleArgs
            {
                Region = args.Location.Region,
                SecurityGroupId = group,
                IpProtocol = "tcp",
                FromPort = rule.Port,
                ToPort = rule.Port,
                ReferencedSecurityGroupId = otherGroup,
                CidrIpv4 = otherRange,
                Description = rule.Description,
                Tags = args.Naming.Tags(ruleName),
            }, child);
        else
            _ = new SecurityGroupEgressRule(ruleName, new SecurityGroupEgressRuleArgs
            {
                Region = args.Location.Region,
                SecurityGroupId = group,
                IpProtocol = "tcp",
                FromPort = rule.Port,
                ToPort = rule.Port,
                ReferencedSecurityGroupId = otherGroup,
                CidrIpv4 = otherRange,
                Description = rule.Description,
                Tags = args.Naming.Tags(ruleName),
            }, child);
    }
}
