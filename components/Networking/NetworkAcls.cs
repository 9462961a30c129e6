using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Networking;

/// <summary>The network ACLs of a network, one per tier, and its default one without any rule.</summary>
internal sealed class NetworkAcls(string name, NetworkArgs args, Vpc vpc, CustomResourceOptions child)
{
    private const string Icmp = "1";
    private const string Icmpv6 = "58";

    public void Create(AddressPlan plan, IReadOnlyList<ZoneSubnet> subnets)
    {
        var associations = SubnetTier.All.SelectMany(tier => CreateTier(tier, plan, subnets)).ToList();
        CloseDefault(associations);
    }

    // Subnets come under an ACL when it is complete; before that it would refuse everything.
    private List<NetworkAclAssociation> CreateTier(SubnetTier tier, AddressPlan plan, IReadOnlyList<ZoneSubnet> subnets)
    {
        var acl = new NetworkAcl($"{name}-{tier}", new NetworkAclArgs
        {
            Region = args.Location.Region,
            VpcId = vpc.Id,
            Tags = args.Naming.Tags($"{name}-{tier}", tier.Key),
        }, child);
        var rules = AclPlan.Of(tier, plan, args.OutsideRanges).Select(rule => CreateRule($"{name}-{tier}-{rule.Name}", acl, rule)).ToList();
        return [.. subnets.Where(subnet => subnet.Plan.Tier == tier).Select(subnet => Associate(subnet, acl, rules))];
    }

    private NetworkAclRule CreateRule(string ruleName, NetworkAcl acl, AclRule rule) => new(ruleName, new NetworkAclRuleArgs
    {
        Region = args.Location.Region,
        NetworkAclId = acl.Id,
        RuleNumber = rule.Number,
        Egress = rule.Direction is RuleDirection.Egress,
        RuleAction = "allow",
        Protocol = rule.Protocol is AclProtocol.Tcp ? "tcp" : rule.IsIpv6 ? Icmpv6 : Icmp,
        FromPort = rule.FromPort,
        ToPort = rule.ToPort,
        // "Fragmentation needed" of ICMP, and what became of it in ICMPv6 (RFC 792, RFC 4443).
        IcmpType = rule.Protocol is AclProtocol.PacketTooBig ? rule.IsIpv6 ? 2 : 3 : null,
        IcmpCode = rule.Protocol is AclProtocol.PacketTooBig ? rule.IsIpv6 ? 0 : 4 : null,
        CidrBlock = rule.IsIpv6 ? null : (Input<string>)rule.Block,
        Ipv6CidrBlock = rule.IsIpv6 ? (Input<string>)rule.Block : null,
    }, child);

    private NetworkAclAssociation Associate(ZoneSubnet subnet, NetworkAcl acl, List<NetworkAclRule> rules) =>
        new($"{name}-{subnet.Plan.Key}", new NetworkAclAssociationArgs
        {
            Region = args.Location.Region,
            SubnetId = subnet.Id,
            NetworkAclId = acl.Id,
        }, CustomResourceOptions.Merge(child, new() { DependsOn = rules.ToArray() }));

    // Whatever subnet somebody adds by hand is cut off until it is given a tier.
    private void CloseDefault(List<NetworkAclAssociation> associations) =>
        _ = new DefaultNetworkAcl($"{name}-default", new DefaultNetworkAclArgs
        {
            Region = args.Location.Region,
            DefaultNetworkAclId = vpc.DefaultNetworkAclId,
            Tags = args.Naming.Tags($"{name}-default-closed"),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = associations.ToArray(), IgnoreChanges = { "subnetIds" } }));
}
