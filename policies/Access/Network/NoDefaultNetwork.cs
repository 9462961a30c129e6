namespace Infra.Policies.Network;

public sealed class NoDefaultNetwork() : ResourceRule(
    "no-default-vpc",
    Rank.Medium,
    ResourceTypes.DefaultNetwork,
    "Every subnet of the default network is public, and everything that is launched carelessly lands in it.",
    "make a network with private subnets and leave the default one empty",
    "CKV_AWS_148", "AVD-AWS-0101")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => [Fail(resource, null, "it adopts the default network")];
}
