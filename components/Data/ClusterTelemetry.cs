using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>What clusters report for all their machines together, also for those that a scaler has added, and when people are told.</summary>
internal sealed record ClusterTelemetry(string Name, string Region, Output<string> ClusterIdentifier)
{
    private const int BusyPercent = 80;
    private const double TolerableLagMilliseconds = 2_000;
    private const double TolerableGlobalLagMilliseconds = 10_000;
    private const int ManyWaiting = 10;

    /// <param name="follows">Whether another region writes.</param>
    /// <param name="hasReaders">Whether there is more than one machine.</param>
    public Telemetry OfAurora(bool follows, bool hasReaders)
    {
        const string source = "AWS/RDS";
        var globalLag = Of(source, "AuroraGlobalDBReplicationLag", "behind the writing region", Statistic.Average);
        return Told(
            [
                Busy(source),
                .. hasReaders ? [Behind(source, "AuroraReplicaLagMaximum")] : Array.Empty<Alarm>(),
                .. follows ? [BehindGlobally(globalLag)] : Array.Empty<Alarm>(),
            ],
            [
                .. Machines(source),
                new("Milliseconds behind the writer", Of(source, "AuroraReplicaLagMaximum", "slowest reader", Statistic.Maximum)),
                new("Milliseconds of a commit", Of(source, "CommitLatency", "mean", Statistic.Average)),
                .. follows ? [new Widget("Milliseconds behind the writing region", globalLag)] : Array.Empty<Widget>(),
            ]);
    }

    public Telemetry OfDocuments(bool hasReaders)
    {
        const string source = "AWS/DocDB";
        return Told(
            [Busy(source), .. hasReaders ? [Behind(source, "DBClusterReplicaLagMaximum")] : Array.Empty<Alarm>()],
            [
                .. Machines(source),
                new("Connections", Of(source, "DatabaseConnections", "most", Statistic.Maximum)),
                new("Milliseconds behind the writer", Of(source, "DBClusterReplicaLagMaximum", "slowest reader", Statistic.Maximum)),
                new("Reads answered from memory, in percent", Of(source, "BufferCacheHitRatio", "worst machine", Statistic.Minimum)),
            ]);
    }

    public Telemetry OfGraph(bool hasReaders)
    {
        const string source = "AWS/Neptune";
        var waiting = Of(source, "MainRequestQueuePendingRequests", "waiting", Statistic.Maximum);
        return Told(
            [
                Busy(source),
                .. hasReaders ? [Behind(source, "ClusterReplicaLagMaximum")] : Array.Empty<Alarm>(),
                new()
                {
                    Key = "waiting",
                    Says = $"More than {ManyWaiting} queries wait for {Name} to begin with them. Look for slow ones, or add a reader.",
                    Measure = waiting,
                    Comparison = Comparison.Above,
                    Threshold = ManyWaiting,
                    Periods = 10,
                },
            ],
            [
                .. Machines(source),
                new("Queries that wait", waiting),
                new("Milliseconds behind the writer", Of(source, "ClusterReplicaLagMaximum", "slowest reader", Statistic.Maximum)),
                new("Reads answered from memory, in percent", Of(source, "BufferCacheHitRatio", "worst machine", Statistic.Minimum)),
            ]);
    }

    private Telemetry Told(IReadOnlyList<Alarm> alarms, IReadOnlyList<Widget> widgets) =>
        new() { Source = Name, Region = Region, Alarms = alarms, Widgets = widgets };

    private IEnumerable<Widget> Machines(string source) =>
    [
        new("CPU in percent", Of(source, "CPUUtilization", "busiest machine", Statistic.Maximum)),
        new("Free memory in bytes", Of(source, "FreeableMemory", "fullest machine", Statistic.Minimum)),
    ];

    private Alarm Busy(string source) => new()
    {
        Key = "busy",
        Says = $"A machine of {Name} is {BusyPercent} % busy. Look for slow queries; readers take reads only.",
        Measure = Of(source, "CPUUtilization", "busiest machine", Statistic.Maximum),
        Comparison = Comparison.Above,
        Threshold = BusyPercent,
        Periods = 15,
    };

    private Alarm Behind(string source, string metric) => new()
    {
        Key = "behind",
        Says = $"A reader of {Name} is more than {TolerableLagMilliseconds} ms behind the writer: what was just written is not found. "
            + "Look for a long query on the reader, or a machine that is too small.",
        Measure = Of(source, metric, "slowest reader", Statistic.Maximum),
        Comparison = Comparison.Above,
        Threshold = TolerableLagMilliseconds,
        Periods = 10,
    };

    private Alarm BehindGlobally(Metric lag) => new()
    {
        Key = "behind-globally",
        Says = $"{Name} is more than {TolerableGlobalLagMilliseconds} ms behind the region that writes; that much would be lost with it.",
        Measure = lag,
        Comparison = Comparison.Above,
        Threshold = TolerableGlobalLagMilliseconds,
        Periods = 10,
        // Once the roles have been switched there is none.
        Silence = Silence.SaysNothing,
    };

    private Metric Of(string source, string metric, string label, Statistic statistic) => new()
    {
        Label = label,
        Namespace = source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["DBClusterIdentifier"] = ClusterIdentifier },
        Statistic = statistic,
    };
}
