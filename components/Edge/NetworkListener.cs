using Pulumi;

namespace Infra.Components.Edge;

/// <summary>A port of a network load balancer and who serves it.</summary>
public sealed record NetworkListener
{
    private const int MostPorts = 65_535;

    /// <summary>Names the listener and its target group; frozen.</summary>
    public required string Key { get; init; }

    public required int Port { get; init; }

    /// <summary>Ends TLS at the balancer, if given. Otherwise bytes go through as they come, TLS among them.</summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>Where the machines listen; the firewall opens it from the balancer's tier to theirs.</summary>
    public int TargetPort { get; init; } = Target.Port;

    /// <summary>Asks the machines over HTTP; without it, who takes a connection is healthy.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>How long a machine that leaves keeps its connections; then they are closed. 0 to 3,600.</summary>
    public int DrainSeconds { get; init; } = 30;

    /// <summary>Whether all connections of one address go to the same machine.</summary>
    public bool IsStickyBySource { get; init; }

    public IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Key))
            yield return $"Listener '{Key}': its key names resources; expected are lower-case words joined by hyphens.";
        if (Port is < 1 or > MostPorts)
            yield return $"Listener '{Key}': Port is {Port}; allowed is 1 to {MostPorts}.";
        if (TargetPort is < 1 or > MostPorts)
            yield return $"Listener '{Key}': TargetPort is {TargetPort}; allowed is 1 to {MostPorts}.";
        if (DrainSeconds is < 0 or > 3600)
            yield return $"Listener '{Key}': DrainSeconds is {DrainSeconds}; allowed is 0 to 3600.";
        foreach (var problem in HealthCheck?.Check() ?? [])
            yield return $"Listener '{Key}': {problem}";
    }
}
