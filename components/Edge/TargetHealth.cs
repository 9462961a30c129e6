using Pulumi.Aws.LB.Inputs;

namespace Infra.Components.Edge;

/// <summary>Health checks in the provider's shape.</summary>
internal static class TargetHealth
{
    public static TargetGroupHealthCheckArgs OverHttp(HealthCheck check) => new()
    {
        Enabled = true,
        Protocol = "HTTP",
        Port = "traffic-port",
        Path = check.Path,
        Matcher = check.Matcher,
        Interval = check.IntervalSeconds,
        Timeout = check.TimeoutSeconds,
        HealthyThreshold = check.HealthyCount,
        UnhealthyThreshold = check.UnhealthyCount,
    };

    /// <summary>Healthy is who takes a connection.</summary>
    public static TargetGroupHealthCheckArgs OverTcp => new()
    {
        Enabled = true,
        Protocol = "TCP",
        Port = "traffic-port",
        Interval = 10,
        HealthyThreshold = 2,
        UnhealthyThreshold = 3,
    };
}
