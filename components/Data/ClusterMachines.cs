namespace Infra.Components.Data;

/// <summary>The machines of a document or graph store: one that writes, and those that answer reads and take over.</summary>
public sealed record ClusterMachines
{
    // One that writes and 15 that read, in DocumentDB and Neptune (2026-11).
    private const int MostReaders = 15;

    /// <summary>For example <c>db.r6g.large</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Frozen keys. Without one, the loss of a zone stops the store until a new machine stands.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    internal IEnumerable<string> Keys => Readers.Prepend(DatabasePlace.PrimaryKey);

    public IEnumerable<string> Check()
    {
        foreach (var problem in DatabaseMachine.CheckClusterType(Type, "db.r6g.large"))
            yield return problem;
        foreach (var key in Readers.Where(key => !Naming.IsWord(key) || key == DatabasePlace.PrimaryKey))
            yield return $"The reader key '{key}' names a machine; expected are lower-case words joined by hyphens, "
                + $"other than '{DatabasePlace.PrimaryKey}'.";
        foreach (var key in Readers.GroupBy(key => key).Where(group => group.Count() > 1))
            yield return $"The reader key '{key.Key}' is given {key.Count()} times; each names one machine.";
        if (Readers.Count > MostReaders)
            yield return $"It has {Readers.Count} readers; allowed are {MostReaders}.";
    }
}
