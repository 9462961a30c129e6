using Infra.Policies.Firewall;

namespace Infra.Policies.Reachability;

/// <summary>A network load balancer without security groups: it takes from everybody what its listeners listen to.</summary>
/// <param name="Node">The balancer.</param>
/// <param name="Traffic">Of all its listeners whose ports are known.</param>
/// <param name="IsCertain">False if the ports of a listener, or whose it is, are not known.</param>
public sealed record UnguardedBalancer(ResourceNode Node, Traffic Traffic, bool IsCertain)
{
    public static IReadOnlyList<UnguardedBalancer> In(ResourceGraph graph) => graph.Once(Find);

    private static IReadOnlyList<UnguardedBalancer> Find(ResourceGraph graph)
    {
        var listeners = graph.OfType(ResourceTypes.Listener)
            .Select(listener => (listener, balancers: graph.Resolve(listener, listener["loadBalancerArn"], ResourceTypes.LoadBalancer)))
            .SelectMany(each => each.balancers.Candidates.Select(balancer => (balancer, each.listener, isCertain: each.balancers.Target is not null)))
            .ToLookup(each => each.balancer);
        return
        [
            .. from balancer in graph.OfType(ResourceTypes.LoadBalancer)
               where balancer["loadBalancerType"].Text == "network" && !HasGroups(balancer["securityGroups"]) && listeners[balancer].Any()
               let traffic = listeners[balancer].Select(each => TrafficOf(each.listener)).ToList()
               select new UnguardedBalancer(
                   balancer,
                   traffic.OfType<Traffic>().Aggregate(Traffic.None, (all, each) => all.Union(each)),
                   traffic.TrueForAll(each => each is not null) && listeners[balancer].All(each => each.isCertain)),
        ];
    }

    private static bool HasGroups(PropertyValue groups) => groups.IsUnknown || groups.Items.Any();

    private static Traffic? TrafficOf(ResourceNode listener)
    {
        if (listener["port"].Number is not { } port || listener["protocol"].IsUnknown) return null;
        var ports = PortSet.Range(port, port);
        return ProtocolsOf(listener["protocol"].Text).Aggregate(Traffic.None, (all, protocol) => all.Union(Traffic.Of(protocol, ports)));
    }

    // The protocols of a listener of a network load balancer (Elastic Load Balancing, CreateListener, 2026-11).
    private static TransportProtocol[] ProtocolsOf(string? protocol) => protocol switch
    {
        "UDP" or "QUIC" => [TransportProtocol.Udp],
        "TCP_UDP" or "TCP_QUIC" => [TransportProtocol.Tcp, TransportProtocol.Udp],
        _ => [TransportProtocol.Tcp],
    };
}
