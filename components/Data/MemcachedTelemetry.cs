using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>What the nodes of a Memcached cluster report together, and when people are told.</summary>
internal static class MemcachedTelemetry
{
    private const int BusyPercent = 90;
    private const int BusyMinutes = 15;

    public static Telemetry Of(string name, string region, Output<string> clusterId)
    {
        Metric Metric(string metric, string label, Statistic statistic) => new()
        {
            Label = label,
            Namespace = "AWS/ElastiCache",
            Name = metric,
            Dimensions = new Dictionary<string, Input<string>> { ["CacheClusterId"] = clusterId },
            Statistic = statistic,
        };

        var cpu = Metric("CPUUtilization", "busiest node", Statistic.Maximum);
        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "busy",
                    Says = $"A node of {name} is {BusyPercent} % busy for {BusyMinutes} minutes. More nodes share the work, a single hot key does not.",
                    Measure = cpu,
                    Comparison = Comparison.Above,
                    Threshold = BusyPercent,
                    Periods = BusyMinutes,
                },
            ],
            Widgets =
            [
                new("CPU in percent", cpu),
                new("Reads", Metric("GetHits", "found", Statistic.Sum), Metric("GetMisses", "not found", Statistic.Sum)),
                // What makes room was asked for the longest ago; many mean that memory is short.
                new("Items that made room", Metric("Evictions", "items", Statistic.Sum)),
                new("Connections", Metric("CurrConnections", "most on a node", Statistic.Maximum)),
            ],
        };
    }
}
