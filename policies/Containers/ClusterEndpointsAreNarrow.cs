using System.Net;
using System.Net.Sockets;

namespace Infra.Policies.Containers;

public sealed class ClusterEndpointsAreNarrow() : ResourceRule(
    "eks-endpoint-restricted",
    Rank.Critical,
    ResourceTypes.KubernetesCluster,
    "An API server that the whole internet reaches is one stolen token, or one flaw, away from the cluster.",
    "set vpcConfig.endpointPublicAccess to false, or list narrow publicAccessCidrs",
    "EKS.1", "CKV_AWS_38", "CKV_AWS_39", "AVD-AWS-0040", "AVD-AWS-0041", "AwsSolutions-EKS1")
{
    // A public endpoint is for known offices; a block wider than this is not one.
    private const int WidestPrefix = 24;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var network = resource["vpcConfig"];
        return Unless(resource, network["endpointPublicAccess"], access => access.Truth is false, CheckRanges(resource, network["publicAccessCidrs"]));
    }

    private IEnumerable<Finding> CheckRanges(ResourceNode cluster, PropertyValue ranges)
    {
        if (ranges.FirstUnknown() is { } unknown) return [Undetermined(cluster, unknown)];
        if (!ranges.Items.Any()) return [Fail(cluster, ranges.Path, "its API server is open to the internet")];
        return ranges.Items.Where(range => !IsNarrow(range.Text ?? "")).Take(1)
            .Select(range => Fail(cluster, range.Path, $"its API server is open to {range}", ranges.Path));
    }

    private static bool IsNarrow(string range) => IPNetwork.TryParse(range, out var network)
        && (network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 ? network.PrefixLength >= 48 : network.PrefixLength >= WidestPrefix);
}
