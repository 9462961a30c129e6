using System.Reflection;
using Infra.Components.Networking;
using TierMatrix = Infra.Policies.Firewall.TierMatrix;
using Traffic = Infra.Policies.Firewall.Traffic;

namespace Infra.Tests.Components.Networking;

/// <summary>What compiles and what policies allow are the same.</summary>
public sealed class TierModelTests
{
    private static readonly IReadOnlyList<Peer> Peers =
    [
        .. typeof(Peer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Peer)) && !type.IsAbstract)
            .Select(type => type == typeof(CloudFront)
                ? CloudFront.In(Places.Frankfurt)
                : (Peer)type.GetConstructors()[0].Invoke([.. type.GetConstructors()[0].GetParameters().Select(Fact)])),
    ];

    [Fact]
    public void The_tier_matrix_allows_exactly_the_flows_that_verbs_can_declare()
    {
        var declared = Flows().Select(flow => $"{flow} {string.Join(",", flow.Ports)}");

        var allowed = TierMatrix.Paths.Select(path => $"{path.From} to {path.To} {string.Join(",", path.Ports)}");
        allowed.Order(StringComparer.Ordinal).ShouldBe(declared.Order(StringComparer.Ordinal));
    }

    // CloudFront's servers are a part of the internet.
    [Fact]
    public void Cloudfront_may_reach_nothing_that_the_internet_may_not() =>
        Flows().Where(flow => flow.From is CloudFront)
            .ShouldAllBe(flow => TierMatrix.Allowed(TierMatrix.Internet, flow.To.Key).Contains(Traffic.Tcp(flow.Ports)));

    [Fact]
    public void Policies_know_the_label_of_each_tier() =>
        TierMatrix.Tiers.ShouldBe(Peers.OfType<TierPeer>().Select(peer => peer.Key), ignoreOrder: true);

    [Fact]
    public void A_data_tier_of_the_policies_is_a_store_of_the_components() =>
        TierMatrix.DataTiers.ShouldBe(Peers.OfType<StoreTier>().Select(peer => peer.Key), ignoreOrder: true);

    private static List<Flow> Flows() =>
    [
        .. from source in Peers
           from verb in source.GetType().GetMethods().Where(method => method.Name == "CanReach")
           from target in Peers
           where verb.GetParameters()[0].ParameterType.IsInstanceOfType(target)
           select (Flow)verb.Invoke(source, [target])!,
    ];

    // Administrators alone need to be told something: their ranges.
    private static object Fact(ParameterInfo parameter) => Array.Empty<Infra.Components.Cidr>();
}
