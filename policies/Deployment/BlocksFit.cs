using System.Net;
using System.Net.Sockets;

namespace Infra.Policies.Deployment;

public sealed class BlocksFit() : DeploymentRule(
    "deploy-block-size",
    Rank.High,
    ["aws:ec2/vpc:Vpc", .. ResourceTypes.Subnet],
    "AWS refuses blocks other than /16 to /28, and a block with bits set beyond its prefix.",
    "give a block of /16 to /28 whose address ends with the prefix",
    "Amazon VPC User Guide, VPC CIDR blocks and subnet CIDR blocks, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["cidrBlock"], IsBlock, "a block of /16 to /28 with no bit set beyond its prefix");

    private static bool IsBlock(string text) => IPNetwork.TryParse(text, out var block) && $"{block}" == text
        && block.BaseAddress.AddressFamily == AddressFamily.InterNetwork && block.PrefixLength is >= 16 and <= 28;
}
