namespace Infra.Components.Edge;

/// <summary>How a balancer chooses among the machines of a target.</summary>
public sealed record RoutingAlgorithm
{
    private RoutingAlgorithm(string key) => Key = key;

    /// <summary>Each in turn: machines of equal strength and requests of equal weight.</summary>
    public static RoutingAlgorithm RoundRobin { get; } = new("round_robin");

    /// <summary>Whoever has the fewest requests under way: requests of unequal weight, or machines of unequal strength.</summary>
    public static RoutingAlgorithm LeastOutstandingRequests { get; } = new("least_outstanding_requests");

    /// <summary>By chance, and less often to machines that fail more often than their peers.</summary>
    public static RoutingAlgorithm WeightedRandom { get; } = new("weighted_random");

    public string Key { get; }

    public override string ToString() => Key;
}
