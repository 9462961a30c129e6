namespace Infra.Components.Edge;

/// <summary>Machines that a load balancer hands requests to, as HTTP on port 80.</summary>
public sealed record Target
{
    /// <summary>The one port that the firewall opens from a load balancer's tier to that of the machines.</summary>
    public const int Port = 80;

    /// <summary>Names the target group; frozen.</summary>
    public required string Key { get; init; }

    public required HealthCheck HealthCheck { get; init; }

    /// <summary>How long a machine that leaves may finish its requests; 0 to 3,600.</summary>
    public int DrainSeconds { get; init; } = 30;

    public RoutingAlgorithm Algorithm { get; init; } = RoutingAlgorithm.RoundRobin;

    /// <summary>From none to its full share of requests; 0 for at once, or 30 to 900. With round robin only.</summary>
    public int SlowStartSeconds { get; init; }

    public Stickiness Stickiness { get; init; } = Stickiness.None;

    // ELB user guide, "Edit target group attributes": neither slow starts nor stickiness go with weighted random (read 2026-11).
    public IEnumerable<string> Check()
    {
        if (DrainSeconds is < 0 or > 3600)
            yield return $"Target '{Key}': DrainSeconds is {DrainSeconds}; allowed is 0 to 3600.";
        if (SlowStartSeconds is not 0 and (< 30 or > 900))
            yield return $"Target '{Key}': SlowStartSeconds is {SlowStartSeconds}; allowed is 0, or 30 to 900.";
        if (SlowStartSeconds != 0 && Algorithm != RoutingAlgorithm.RoundRobin)
            yield return $"Target '{Key}': a slow start is possible with {RoutingAlgorithm.RoundRobin} only; its algorithm is {Algorithm}.";
        if (Stickiness.IsEnabled && Algorithm == RoutingAlgorithm.WeightedRandom)
            yield return $"Target '{Key}': it cannot be sticky and choose by {Algorithm} at the same time.";
        foreach (var problem in Stickiness.Check().Concat(HealthCheck.Check()))
            yield return $"Target '{Key}': {problem}";
    }
}
