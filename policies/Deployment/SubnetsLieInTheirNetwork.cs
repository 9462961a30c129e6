using Infra.Policies.Firewall;

namespace Infra.Policies.Deployment;

public sealed class SubnetsLieInTheirNetwork() : DeploymentRule(
    "deploy-subnet-in-vpc",
    Rank.High,
    ResourceTypes.Subnet,
    "AWS refuses a subnet outside its network's block, or one that overlaps another.",
    "take the subnet's block from the network's, where no other subnet is",
    "Amazon VPC User Guide, subnet CIDR blocks, 2026-11")
{
    private static readonly IReadOnlyList<string> OwnVpc = ["aws:ec2/vpc:Vpc"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Subnet, .. OwnVpc];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var block = resource["cidrBlock"];
        if (block.IsUnknown) return [Undetermined(resource, block)];
        if (CidrSet.Parse(block.Text ?? "") is not { } addresses || graph.Resolve(resource, resource["vpcId"], OwnVpc).Target is not { } network)
            return resource["vpcId"].IsUnknown && !block.IsAbsent ? [Undetermined(resource, resource["vpcId"])] : [];
        if (network["cidrBlock"].IsUnknown) return [Undetermined(network, network["cidrBlock"])];
        if (CidrSet.Parse(network["cidrBlock"].Text ?? "") is { } whole && !whole.Contains(addresses) && !HasMoreBlocks(graph, network))
            return [Fail(resource, block.Path, $"{block} does not lie in {network["cidrBlock"]} of {network.Name}")];
        return graph.PointingTo(network, OwnVpc, ResourceTypes.Subnet, "vpcId")
            .Where(other => string.CompareOrdinal(other.Urn, resource.Urn) < 0)
            .Where(other => CidrSet.Parse(other["cidrBlock"].Text ?? "") is { } taken && taken.Overlaps(addresses)).Take(1)
            .Select(other => Fail(resource, block.Path, $"{block} overlaps {other["cidrBlock"]} of {other.Name}"));
    }

    private static readonly IReadOnlyList<string> Association = ["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation"];

    private static bool HasMoreBlocks(ResourceGraph graph, ResourceNode network) => graph.PointingTo(network, OwnVpc, Association, "vpcId").Any();
}
