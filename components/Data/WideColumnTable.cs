using System.Text.RegularExpressions;

namespace Infra.Components.Data;

/// <summary>A column; its name is lower-case letters, digits and underscores, beginning with a letter, so that CQL needs no quotes.</summary>
public sealed record Column(string Name, ColumnType Type);

public enum ColumnOrder
{
    Ascending,
    Descending,
}

/// <summary>Rows of one partition lie in its order, and are read as a stretch of it.</summary>
public sealed record ClusteringColumn(string Name, ColumnType Type, ColumnOrder Order = ColumnOrder.Ascending);

/// <summary>The shape of a table: which rows lie together, and in which order. Both are frozen: another key is another table.</summary>
public sealed partial record WideColumnTable
{
    // botocore's model of the Keyspaces API (2022-02-10), DefaultTimeToLive, read 2026-11: twenty years.
    private const int LongestSeconds = 630_720_000;

    /// <summary>Frozen.</summary>
    public required string Name { get; init; }

    /// <summary>Rows spread over servers by these: many values, asked for evenly, and all given in every question.</summary>
    public required IReadOnlyList<Column> Partition { get; init; }

    /// <summary>In the order in which questions narrow them down; none if a partition is one row.</summary>
    public IReadOnlyList<ClusteringColumn> Clustering { get; init; } = [];

    /// <summary>Once per row. More may be added at any time.</summary>
    public IReadOnlyList<Column> Values { get; init; } = [];

    /// <summary>Once per partition, whatever rows it has.</summary>
    public IReadOnlyList<Column> PartitionValues { get; init; } = [];

    public TableCapacity Capacity { get; init; } = TableCapacity.OnDemand;

    /// <summary>After which a row goes, unless it was written with a time of its own; null keeps all.</summary>
    public int? ExpirySeconds { get; init; }

    internal IEnumerable<Column> Columns =>
        [.. Partition, .. Clustering.Select(column => new Column(column.Name, column.Type)), .. Values, .. PartitionValues];

    public IEnumerable<string> Check() => Problems().Select(problem => $"Table '{Name}': {problem}");

    private IEnumerable<string> Problems()
    {
        if (!Identifier().IsMatch(Name)) yield return Refused("table name", Name);
        foreach (var column in Columns.Where(column => !Identifier().IsMatch(column.Name)))
            yield return Refused("column name", column.Name);
        foreach (var column in Columns.GroupBy(column => column.Name).Where(group => group.Count() > 1))
            yield return $"The column '{column.Key}' is given {column.Count()} times.";
        if (Partition.Count == 0)
            yield return "It has no partition column; expected is at least one.";
        foreach (var column in Partition.Concat(Clustering.Select(column => new Column(column.Name, column.Type))).Where(column => column.Type.IsCollection))
            yield return $"The key column '{column.Name}' is a {column.Type}; collections cannot be part of a key.";
        // CQL takes frozen collections alone as items, and Keyspaces did not always take those.
        foreach (var column in Columns.Where(column => column.Type.IsNested))
            yield return $"The column '{column.Name}' is a {column.Type}; expected are items that are no collections themselves.";
        if (PartitionValues.Count > 0 && Clustering.Count == 0)
            yield return "It has values per partition and one row per partition; make them values of the row.";
        if (ExpirySeconds is < 1 or > LongestSeconds)
            yield return $"ExpirySeconds is {ExpirySeconds}; allowed is 1 to {LongestSeconds}, which are twenty years.";
        foreach (var problem in Capacity.Check())
            yield return problem;
    }

    private static string Refused(string what, string name) =>
        $"The {what} '{name}' is refused; expected are 1 to 48 lower-case letters, digits and underscores, beginning with a letter.";

    // botocore's model of the Keyspaces API (2022-02-10), KeyspaceName and TableName, read 2026-11; capitals would need quotes in CQL.
    [GeneratedRegex("^[a-z][a-z0-9_]{0,47}$")]
    internal static partial Regex Identifier();
}
