using Infra.Policies.Firewall;

namespace Infra.Policies.Reachability;

/// <summary>A network load balancer without security groups: it takes from everybody what its listeners listen to.</summary>
/// <param name="Node">The balancer.</param>
/// <param name="Traffic">Of the listeners that are its own for certain and whose ports and protocols are known.</param>
/// <param name="Quic">
/// The part of it that listeners for QUIC take, which AWS allows on balancers without groups alone (Network Load Balancer guide, create a listener, 2026-11).
/// </param>
/// <param name="IsWhole">False if a listener may take more, or if it may be no such balancer.</param>
public sealed record UnguardedBalancer(ResourceNode Node, Traffic Traffic, Traffic Quic, bool IsWhole)
{
    public static IReadOnlyList<UnguardedBalancer> In(ResourceGraph graph) => graph.Once(Find);

    private static IReadOnlyList<UnguardedBalancer> Find(ResourceGraph graph)
    {
        var listeners = graph.OfType(ResourceTypes.Listener)
            .Select(listener => (Node: listener, Balancers: graph.Resolve(listener, listener["loadBalancerArn"], ResourceTypes.LoadBalancer)))
            .SelectMany(each => each.Balancers.Candidates.Select(balancer => (balancer, Listener: new Ear(each.Node, each.Balancers.Target is not null))))
            .ToLookup(each => each.balancer, each => each.Listener);
        return
        [
            .. graph.OfType(ResourceTypes.LoadBalancer)
                .Where(balancer => balancer["loadBalancerType"] is { IsUnknown: true } or { Text: "network" })
                .Where(balancer => !HasGroups(balancer["securityGroups"]) && listeners[balancer].Any())
                .Select(balancer => Of(balancer, [.. listeners[balancer]])),
        ];
    }

    private static UnguardedBalancer Of(ResourceNode balancer, List<Ear> listeners)
    {
        var isOne = !balancer["loadBalancerType"].IsUnknown;
        var known = isOne ? listeners.Where(listener => listener.IsKnown).ToList() : [];
        return new(
            balancer, All(known), All(known.Where(listener => listener.Protocol?.EndsWith("QUIC", StringComparison.Ordinal) is true)),
            known.Count == listeners.Count);
    }

    private static bool HasGroups(PropertyValue groups) => groups.IsUnknown || groups.Items.Any();

    private static Traffic All(IEnumerable<Ear> listeners) => listeners.Aggregate(Traffic.None, (all, each) => all.Union(each.Traffic));

    private sealed record Ear(ResourceNode Listener, bool IsCertain)
    {
        public bool IsKnown => IsCertain && Listener["port"].Number is not null && !Listener["protocol"].IsUnknown;

        // Providers take it in either case.
        public string? Protocol => Listener["protocol"].Text?.ToUpperInvariant();

        public Traffic Traffic => Listener["port"].Number is { } port
            ? Protocols.Aggregate(Traffic.None, (all, protocol) => all.Union(Traffic.Of(protocol, PortSet.Range(port, port))))
            : Traffic.None;

        // The protocols of a listener of a network load balancer (Elastic Load Balancing, CreateListener, 2026-11).
        private TransportProtocol[] Protocols => Protocol switch
        {
            "UDP" or "QUIC" => [TransportProtocol.Udp],
            "TCP_UDP" or "TCP_QUIC" => [TransportProtocol.Tcp, TransportProtocol.Udp],
            _ => [TransportProtocol.Tcp],
        };
    }
}
