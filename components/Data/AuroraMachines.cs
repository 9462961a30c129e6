using System.Text.RegularExpressions;

namespace Infra.Components.Data;

/// <summary>The machines of an Aurora cluster, the same in each of its regions.</summary>
public sealed partial record AuroraMachines
{
    /// <summary>Of one cluster (Aurora User Guide, "Aurora Replicas", read 2026-11).</summary>
    private const int MostReaders = 15;

    /// <summary>For example <c>db.r7g.large</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Frozen keys of the readers that always run. The first to take over is the first by name.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>
    /// Up to how many readers load may bring it where it writes; the scaler adds and removes those beyond <see cref="Readers"/>.
    /// </summary>
    public required int MaximumReaders { get; init; }

    /// <summary>The mean load of all readers that the scaler holds.</summary>
    public int ReaderCpuPercent { get; init; } = 60;

    public IEnumerable<string> Check(bool isGlobal)
    {
        var problems = DatabaseMachine.CheckClusterType(Type, "db.r7g.large").ToList();
        foreach (var problem in problems)
            yield return problem;
        // Aurora User Guide, "Configuration requirements of an Aurora global database", read 2026-11.
        if (isGlobal && problems.Count == 0 && !MemoryOptimized().IsMatch(Type))
            yield return $"The machine type is '{Type}'; a database of several regions needs one with much memory, such as db.r7g.large.";
        foreach (var key in Readers.Where(key => !Naming.IsWord(key) || key == DatabasePlace.PrimaryKey))
            yield return $"The reader key '{key}' names a machine; expected are lower-case words joined by hyphens, "
                + $"other than '{DatabasePlace.PrimaryKey}'.";
        foreach (var key in Readers.GroupBy(key => key).Where(group => group.Count() > 1))
            yield return $"The reader key '{key.Key}' is given {key.Count()} times; each names one machine.";
        if (MaximumReaders > MostReaders || MaximumReaders < Readers.Count)
            yield return $"MaximumReaders is {MaximumReaders}; allowed is {Readers.Count} (the readers that always run) to {MostReaders}.";
        if (ReaderCpuPercent is < 10 or > 90)
            yield return $"ReaderCpuPercent is {ReaderCpuPercent}; allowed is 10 to 90.";
    }

    [GeneratedRegex("^db[.][rx][0-9][a-z0-9]*[.]")]
    private static partial Regex MemoryOptimized();
}
