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

    private const string Memory = "DatabaseMemoryUsagePercentage";
    private const string FullestNode = "fullest node";
    private const string Cpu = "EngineCPUUtilization";
    private const string BusiestNode = "busiest node";
    private const string Evictions = "Evictions";
    private const string DroppedKeys = "keys dropped for want of memory";

    public static Telemetry Of(string name, string region, Output<string> groupId, CachePurpose purpose, CacheNodes nodes)
    {
        var shards = ShardsOf(groupId, nodes);
        Widget Drawn(string title, string metric, string label, Statistic statistic) =>
            new(title, [.. shards.Select(shard => shard.Worst(metric, label, statistic))]);

        return new()
        {
            Source = name,
            Region = region,
            Alarms = [.. shards.SelectMany(shard => AlarmsOf(name, purpose, shard))],
            Widgets =
            [
                Drawn("Memory in percent", Memory, FullestNode, Statistic.Average),
                Drawn("Engine CPU in percent", Cpu, BusiestNode, Statistic.Average),
                Drawn("Evictions", Evictions, DroppedKeys, Statistic.Sum),
                Drawn("Connections", "CurrConnections", "most", Statistic.Maximum),
                Drawn("Seconds behind the primary", "ReplicationLag", "slowest replica", Statistic.Maximum),
            ],
        };
    }

    private static IEnumerable<Alarm> AlarmsOf(string name, CachePurpose purpose, Shard shard)
    {
        var where = $"{name}{shard.Label}";
        yield return Alarm($"full{shard.Suffix}", shard.Worst(Memory, FullestNode, Statistic.Average), FullPercent, 15, purpose is CachePurpose.Sessions
            ? $"The memory of {where} is {FullPercent} % full; when it is full, new sessions fail. Give it larger nodes."
            : $"The memory of {where} is {FullPercent} % full. When it is full, what is asked for least goes first.");
        yield return Alarm($"busy{shard.Suffix}", shard.Worst(Cpu, BusiestNode, Statistic.Average), BusyPercent, 15,
            $"A node of {where} is {BusyPercent} % busy; it has one thread for commands. Look for slow ones.");
        if (purpose is CachePurpose.Sessions)
            yield return Alarm($"evictions{shard.Suffix}", shard.Worst(Evictions, DroppedKeys, Statistic.Sum), 0, 1,
                $"{where} drops sessions for want of memory, which its settings should not allow.");
    }

    // AWS numbers the nodes of a group from 001, and before them its shards from 0001 if it has any.
    private static List<Shard> ShardsOf(Output<string> groupId, CacheNodes nodes)
    {
        List<Input<string>> Members(string shard) => [.. Enumerable.Range(1, 1 + nodes.Replicas)
            .Select(number => (Input<string>)groupId.Apply(id => string.Create(CultureInfo.InvariantCulture, $"{id}{shard}-{number:000}")))];

        return nodes.Shards is { } shards
            ? [.. Enumerable.Range(1, shards).Select(number => number.ToString("0000", CultureInfo.InvariantCulture))
                .Select(number => new Shard($"-{number}", $", shard {number}", Members($"-{number}")))]
            : [new Shard("", "", Members(""))];
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

    /// <param name="Suffix">Of the keys of its alarms; empty where there is one shard for ever.</param>
    /// <param name="Label">For people.</param>
    /// <param name="Members">The ids of its nodes, six at most: an alarm takes no more than ten metrics.</param>
    private sealed record Shard(string Suffix, string Label, List<Input<string>> Members)
    {
        public Formula Worst(string metric, string label, Statistic statistic) => new Formula
        {
            Label = $"{label}{Label}",
            Expression = $"MAX([{string.Join(", ", Members.Select((_, index) => KeyOf(index)))}])",
            Operands = Members.Select((id, index) => (Key: KeyOf(index), Id: id))
                .ToDictionary(member => member.Key, member => Metric(metric, label, member.Id, statistic)),
        };

        private static string KeyOf(int index) => string.Create(CultureInfo.InvariantCulture, $"n{index + 1}");
    }
}
