namespace Infra.Components.Data;

/// <summary>What a column of a wide-column table holds, by its name in CQL (Keyspaces developer guide, "CQL elements", data types).</summary>
public sealed record ColumnType
{
    private ColumnType(string cql, params IReadOnlyList<ColumnType> items)
    {
        Cql = cql;
        IsCollection = items.Count > 0;
        IsNested = items.Any(item => item.IsCollection);
    }

    public static ColumnType Text { get; } = new("text");

    public static ColumnType WholeNumber { get; } = new("int");

    public static ColumnType LargeWholeNumber { get; } = new("bigint");

    public static ColumnType ExactNumber { get; } = new("decimal");

    public static ColumnType Number { get; } = new("double");

    public static ColumnType Truth { get; } = new("boolean");

    public static ColumnType Bytes { get; } = new("blob");

    public static ColumnType Date { get; } = new("date");

    /// <summary>To the millisecond.</summary>
    public static ColumnType Moment { get; } = new("timestamp");

    public static ColumnType Id { get; } = new("uuid");

    /// <summary>An id that sorts by the moment at which it was made.</summary>
    public static ColumnType MomentId { get; } = new("timeuuid");

    public string Cql { get; }

    public bool IsCollection { get; }

    /// <summary>A collection that holds collections, which no column may be.</summary>
    public bool IsNested { get; }

    /// <param name="item">No collection.</param>
    public static ColumnType ListOf(ColumnType item) => new($"list<{item}>", item);

    /// <param name="item">No collection.</param>
    public static ColumnType SetOf(ColumnType item) => new($"set<{item}>", item);

    /// <param name="key">No collection.</param>
    /// <param name="value">No collection.</param>
    public static ColumnType MapOf(ColumnType key, ColumnType value) => new($"map<{key}, {value}>", key, value);

    public override string ToString() => Cql;
}
