using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class NetworksDoNotOverlap() : Rule(
    "vpc-cidr-disjoint",
    Rank.Medium,
    "Two networks with the same addresses can never be connected, and renumbering one means rebuilding it.",
    "give every network a block of its own")
{
    public override IReadOnlyList<string> Types => ResourceTypes.Vpc;

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var taken = CidrSet.None;
        foreach (var vpc in graph.OfType(ResourceTypes.Vpc).OrderBy(vpc => vpc.Urn, StringComparer.Ordinal))
        {
            var block = vpc["cidrBlock"];
            if (block.IsUnknown) yield return Undetermined(vpc, block);
            if (block.Text is not { } text || CidrSet.Parse(text) is not { } addresses) continue;
            if (addresses.Overlaps(taken)) yield return Fail(vpc, block.Path, $"{block} overlaps the block of another network");
            taken = taken.Union(addresses);
        }
    }
}
