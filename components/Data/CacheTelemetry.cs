using System.Globalization;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>What the nodes of a cache report (ElastiCache user guide, "Metrics for Valkey and Redis OSS", read 2026-11), and when people are told.</summary>
internal static class CacheTelemetry
{
    private const string Source = "AWS/ElastiCache";
    private const int FullPercent = 80;
    private const int BusyPercent = 80;

    public static Telemetry Of(string name, string region, Output<string> groupId, CachePurpose purpose, int nodes)
    {
        // AWS numbers the nodes of a group that has one shard from 001.
        var members = Enumerable.Range(1, nodes)
            .Select(number => (Key: $"n{number}", Id: (Input<string>)groupId.Apply(id => string.Create(CultureInfo.InvariantCulture, $"{id}-{number:000}"))))
            .ToList();
        Measure Worst(string metric, string label, Statistic statistic) => new Formula
        {
            Label = label,
            Expression = $"MAX([{string.Join(", ", members.Select(member => member.Key))}])",
            Operands = members.ToDictionary(member => member.Key, member => Metric(metric, label, member.Id, statistic)),
        };

        var (memory, cpu) = (Worst("DatabaseMemoryUsagePercentage", "fullest node", Statistic.Average), Worst("EngineCPUUtilization", "busiest node", Statistic.Average));
        var evictions = Worst("Evictions", "keys dropped for want of memory", Statistic.Sum);
        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                Alarm("full", memory, FullPercent, 15, purpose is CachePurpose.Sessions
                    ? $"The memory of {name} is {FullPercent} % full; when it is full, new sessions fail. Give it larger nodes."
                    : $"The memory of {name} is {FullPercent} % full. When it is full, what is asked for least goes first."),
                Alarm("busy", cpu, BusyPercent, 15, $"A node of {name} is {BusyPercent} % busy; it has one thread for commands. Look for slow ones."),
                .. purpose is CachePurpose.Sessions
                    ? [Alarm("evictions", evictions, 0, 1, $"{name} drops sessions for want of memory, which its settings should not allow.")]
                    : Array.Empty<Alarm>(),
            ],
            Widgets =
            [
                new("Memory in percent", memory),
                new("Engine CPU in percent", cpu),
                new("Evictions", evictions),
                new("Connections", Worst("CurrConnections", "most", Statistic.Maximum)),
                new("Seconds behind the primary", Worst("ReplicationLag", "slowest replica", Statistic.Maximum)),
            ],
        };
    }

    private static Alarm Alarm(string key, Measure measure, double threshold, int periods, string says) => new()
    {
        Key = key,
        Says = says,
        Measure = measure,
        Comparison = Comparison.Above,
        Threshold = threshold,
        Periods = periods,
    };

    private static Metric Metric(string metric, string label, Input<string> node, Statistic statistic) => new()
    {
        Label = label,
        Namespace = Source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["CacheClusterId"] = node },
        Statistic = statistic,
    };
}
