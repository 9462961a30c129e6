using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>What the machines of a database report to <c>AWS/RDS</c>, and when people are told.</summary>
internal static class DatabaseTelemetry
{
    private const string Source = "AWS/RDS";
    private const int BusyPercent = 80;
    private const double TolerableLagSeconds = 60;
    private const int LeftPercent = 5;
    private const double Gibibyte = 1024 * 1024 * 1024;

    /// <param name="name">Of the database in its region.</param>
    /// <param name="region">Where the machines are.</param>
    /// <param name="storageGibibytes">That each of them began with.</param>
    /// <param name="machines">In the order of the legend.</param>
    public static Telemetry Of(string name, string region, int storageGibibytes, IReadOnlyList<DatabaseObserved> machines)
    {
        Widget Drawn(string title, string metric, Statistic statistic) =>
            new(title, [.. machines.Select(machine => Of(metric, machine.Key, machine, statistic))]);

        var followers = machines.Where(machine => machine.Follows).ToList();
        return new()
        {
            Source = name,
            Region = region,
            Alarms = [.. machines.SelectMany(machine => AlarmsOf(name, storageGibibytes, machine)), .. followers.Select(machine => Behind(name, machine))],
            Widgets =
            [
                Drawn("CPU in percent", "CPUUtilization", Statistic.Average),
                Drawn("Free storage in bytes", "FreeStorageSpace", Statistic.Minimum),
                Drawn("Free memory in bytes", "FreeableMemory", Statistic.Minimum),
                Drawn("Connections", "DatabaseConnections", Statistic.Maximum),
                Drawn("Seconds of a write", "WriteLatency", Statistic.Average),
                .. followers.Count > 0 ? [new Widget("Seconds behind the primary", [.. followers.Select(Lag)])] : Array.Empty<Widget>(),
            ],
        };
    }

    private static IEnumerable<Alarm> AlarmsOf(string name, int storageGibibytes, DatabaseObserved machine)
    {
        var where = $"The machine {machine.Key} of {name}";
        yield return new()
        {
            Key = $"busy-{machine.Key}",
            Says = $"{where} is {BusyPercent} % busy. Performance Insights names the queries.",
            Measure = Of("CPUUtilization", "busy", machine, Statistic.Average),
            Comparison = Comparison.Above,
            Threshold = BusyPercent,
            Periods = 15,
        };
        yield return new()
        {
            Key = $"full-{machine.Key}",
            // RDS enlarges storage at a tenth, but not beyond its maximum and not twice in a few hours.
            Says = $"{where} has less than {LeftPercent} % of the storage left that it began with, and RDS has not enlarged it. "
                + "Raise the maximum, or find what fills it: without storage a database stops.",
            Measure = Of("FreeStorageSpace", "left", machine, Statistic.Minimum),
            Comparison = Comparison.Below,
            Threshold = Math.Round(storageGibibytes * Gibibyte * LeftPercent / 100),
            Periods = 5,
        };
    }

    private static Alarm Behind(string name, DatabaseObserved machine) => new()
    {
        Key = $"behind-{machine.Key}",
        Says = $"The replica {machine.Key} of {name} is more than {TolerableLagSeconds} s behind its primary, has stopped following it or is gone. "
            + "It gets no more reads. Look for a long write on the primary, or make the replica anew.",
        Measure = Lag(machine),
        Comparison = Comparison.Above,
        Threshold = TolerableLagSeconds,
        Periods = 10,
        Silence = Silence.IsBad,
    };

    // -1 where replication has stopped: no lag at all would look best of all.
    private static Formula Lag(DatabaseObserved machine) => new()
    {
        Label = machine.Key,
        Expression = "IF(lag < 0, 86400, lag)",
        Operands = new Dictionary<string, Metric> { ["lag"] = Of("ReplicaLag", machine.Key, machine, Statistic.Average) },
    };

    private static Metric Of(string metric, string label, DatabaseObserved machine, Statistic statistic) => new()
    {
        Label = label,
        Namespace = Source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["DBInstanceIdentifier"] = machine.Identifier },
        Statistic = statistic,
    };
}

/// <param name="Key">Of the machine within its region.</param>
/// <param name="Identifier">The dimension of its metrics.</param>
/// <param name="Follows">Whether it copies another.</param>
internal sealed record DatabaseObserved(string Key, Output<string> Identifier, bool Follows);
