using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>What a serverless cache reports (ElastiCache user guide, serverless cache metrics, read 2026-11), and when people are told.</summary>
internal static class ServerlessTelemetry
{
    // The guide names the metrics but not what they are told apart by; not verified against a cache: see the dashboard after the first deployment.
    private const string Dimension = "clusterId";

    private const int ThrottledMinutes = 5;

    public static Telemetry Of(string name, ServerlessCacheArgs args, Output<string> cacheName)
    {
        Metric Metric(string metric, string label, Statistic statistic) => new()
        {
            Label = label,
            Namespace = "AWS/ElastiCache",
            Name = metric,
            Dimensions = new Dictionary<string, Input<string>> { [Dimension] = cacheName },
            Statistic = statistic,
        };

        var throttled = Metric("ThrottledCmds", "refused", Statistic.Sum);
        return new()
        {
            Source = name,
            Region = args.Location.Region,
            Alarms =
            [
                new()
                {
                    Key = "throttled",
                    Says = $"{name} refuses commands: more is asked of it than {args.MaximumUnitsPerSecond} processing units per second. "
                        + "Look for who asks so much, or raise the limit.",
                    Measure = throttled,
                    Comparison = Comparison.Above,
                    Threshold = 0,
                    Periods = ThrottledMinutes,
                },
            ],
            Widgets =
            [
                new("Bytes", Metric("BytesUsedForCache", "used", Statistic.Maximum)),
                new("Processing units", Metric("ElastiCacheProcessingUnits", "used", Statistic.Sum)),
                new("Refused commands", throttled),
                new("Connections", Metric("CurrConnections", "open", Statistic.Maximum)),
            ],
        };
    }
}
