namespace Infra.Components.Data;

/// <summary>Which part of the data a shard holds. All shards of a database are cut in the same way.</summary>
public abstract record ShardSlice
{
    private protected ShardSlice()
    {
    }

    /// <summary>Part of the hash slots, of which there are <see cref="ShardPlan.SlotCount"/>, from the first to the last.</summary>
    public static ShardSlice Slots(int first, int last) => new SlotSlice(first, last);

    /// <summary>All keys from this one up to where the next shard begins, in the order of their UTF-8 bytes. The lowest begins with "".</summary>
    public static ShardSlice KeysFrom(string from) => new KeySlice(from);

    /// <summary>All data of these functions (federation): users here, products there.</summary>
    public static ShardSlice Functions(params IReadOnlyList<string> names) => new FunctionSlice(names);
}

internal sealed record SlotSlice(int First, int Last) : ShardSlice;

internal sealed record KeySlice(string From) : ShardSlice;

internal sealed record FunctionSlice(IReadOnlyList<string> Names) : ShardSlice;

/// <summary>One database among those that share the data.</summary>
public sealed record Shard
{
    /// <summary>Frozen: names the database.</summary>
    public required string Key { get; init; }

    public required ShardSlice Slice { get; init; }

    /// <summary>The same as the other shards', if null.</summary>
    public DatabaseMachine? Machine { get; init; }
}
