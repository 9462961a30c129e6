using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>What a table reports in one of its regions, and when people are told.</summary>
internal static class TableTelemetry
{
    private const string Source = "AWS/DynamoDB";
    private const int ManyRefused = 10;
    private const double TolerableLagMilliseconds = 30_000;

    /// <param name="name">Of the table in the program.</param>
    /// <param name="table">Its name at AWS.</param>
    /// <param name="region">Where it is asked.</param>
    /// <param name="others">The regions that its writes go to.</param>
    public static Telemetry Of(string name, string table, string region, IReadOnlyList<string> others)
    {
        var where = $"{name}-{region}";
        var (reads, writes) = (Of("ReadThrottleEvents", "reads", table, Statistic.Sum), Of("WriteThrottleEvents", "writes", table, Statistic.Sum));
        return new()
        {
            Source = where,
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "throttled",
                    Says = $"{where} refuses more than {ManyRefused} reads and writes a minute. Look for a key that everybody asks for; "
                        + "with scaled capacity, raise the maximum.",
                    Measure = new Formula
                    {
                        Label = "refused",
                        Expression = "FILL(reads, 0) + FILL(writes, 0)",
                        Operands = new Dictionary<string, Metric> { ["reads"] = reads, ["writes"] = writes },
                    },
                    Comparison = Comparison.Above,
                    Threshold = ManyRefused,
                    Periods = 5,
                },
                .. others.Select(other => new Alarm
                {
                    Key = $"behind-{other}",
                    Says = $"What is written to {where} arrives in {other} more than {TolerableLagMilliseconds / 1000} s later.",
                    Measure = Lag(table, other),
                    Comparison = Comparison.Above,
                    Threshold = TolerableLagMilliseconds,
                    Periods = 10,
                }),
            ],
            Widgets =
            [
                new(
                    "Capacity in use",
                    Of("ConsumedReadCapacityUnits", "reads", table, Statistic.Sum),
                    Of("ConsumedWriteCapacityUnits", "writes", table, Statistic.Sum)),
                new("Refused", reads, writes),
                .. others.Count > 0 ? [new Widget("Milliseconds to other regions", [.. others.Select(other => Lag(table, other))])] : Array.Empty<Widget>(),
            ],
        };
    }

    private static Metric Lag(string table, string other) => Of("ReplicationLatency", other, table, Statistic.Average) with
    {
        Dimensions = new Dictionary<string, Input<string>> { ["ReceivingRegion"] = other, ["TableName"] = table },
    };

    private static Metric Of(string metric, string label, string table, Statistic statistic) => new()
    {
        Label = label,
        Namespace = Source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["TableName"] = table },
        Statistic = statistic,
    };
}
