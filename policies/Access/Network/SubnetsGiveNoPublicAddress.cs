namespace Infra.Policies.Network;

public sealed class SubnetsGiveNoPublicAddress() : ResourceRule(
    "subnet-no-auto-public-ip",
    Rank.Medium,
    ResourceTypes.Subnet,
    "Whatever starts in the subnet gets a public address without anyone having asked for it.",
    "leave mapPublicIpOnLaunch and assignIpv6AddressOnCreation false; give the few that need one their own",
    "EC2.15", "CKV_AWS_130", "AVD-AWS-0164")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["mapPublicIpOnLaunch"], value => value.Truth is false, "false", whenAbsent: true)
            .Concat(Expect(resource, resource["assignIpv6AddressOnCreation"], value => value.Truth is false, "false", whenAbsent: true));
}
