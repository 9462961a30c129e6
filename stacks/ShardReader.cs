using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Components.Data;

namespace Infra.Stacks;

/// <summary>Reads the shards of a database: an object of frozen keys, each with the hash slots that it holds, such as 0-8191.</summary>
internal static partial class ShardReader
{
    public static IReadOnlyList<Shard> Read(ConfigurationReader values, string key)
    {
        if (values.Json(key, JsonValueKind.Object) is not { } members) return [];

        var shards = members.EnumerateObject()
            .OrderBy(shard => shard.Name, StringComparer.Ordinal)
            .Select(shard => ReadShard(values, $"{key}.{shard.Name}", shard.Name, shard.Value))
            .OfType<Shard>()
            .ToList();
        if (shards.Count == members.EnumerateObject().Count())
            foreach (var problem in new ShardPlan(shards).Check())
                values.Problem(key, $"cannot be used: {problem}");
        return shards;
    }

    private static Shard? ReadShard(ConfigurationReader values, string key, string name, JsonElement slots)
    {
        if (Slots().Match(slots.ToString()) is { Success: true } match)
            return new() { Key = name, Slice = ShardSlice.Slots(Number(match, "first"), Number(match, "last")) };

        values.Problem(key, $"is '{slots}'; expected are the first and the last hash slot, such as 0-8191.");
        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<first>[0-9]{1,5})-(?<last>[0-9]{1,5})$")]
    private static partial Regex Slots();
}
