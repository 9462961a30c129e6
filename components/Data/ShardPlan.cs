using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Components.Data;

/// <summary>Which shard holds what. Pure, so that clients of any language can repeat it and tests can prove it.</summary>
public sealed class ShardPlan(IReadOnlyList<Shard> shards)
{
    /// <summary>Never changes: data would be looked for where it is not.</summary>
    public const int SlotCount = 16_384;

    /// <summary>The slot of a key: the first four bytes of the SHA-256 of its UTF-8 bytes, big-endian, modulo the number of slots.</summary>
    public static int SlotOf(string key) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) % SlotCount);

    /// <param name="key">What the data is kept under; the function, if shards are cut by function.</param>
    /// <returns>The key of the shard, or null for a function that no shard has.</returns>
    public string? ShardOf(string key) => shards[0].Slice switch
    {
        SlotSlice => Of<SlotSlice>().First(shard => SlotOf(key) >= shard.Slice.First && SlotOf(key) <= shard.Slice.Last).Key,
        KeySlice => Of<KeySlice>().Where(shard => Compare(shard.Slice.From, key) <= 0)
            .OrderBy(shard => shard.Slice.From, Comparer<string>.Create(Compare)).Last().Key,
        _ => Of<FunctionSlice>().FirstOrDefault(shard => shard.Slice.Names.Contains(key)).Key,
    };

    /// <summary>What clients read of one shard: its slice, and the names of its database.</summary>
    public static string Describe(Shard shard, string writeName, string readName)
    {
        var text = new JsonObject { ["read"] = readName };
        switch (shard.Slice)
        {
            case SlotSlice slots:
                text["slots"] = new JsonArray(slots.First, slots.Last);
                break;
            case KeySlice keys:
                text["from"] = keys.From;
                break;
            case FunctionSlice functions:
                text["functions"] = new JsonArray([.. functions.Names.Select(name => (JsonNode)name)]);
                break;
        }

        text["write"] = writeName;
        return text.ToJsonString();
    }

    /// <summary>What would leave data without a shard, or with two.</summary>
    public IEnumerable<string> Check()
    {
        if (shards.Count == 0)
            return ["It has no shard; expected is at least one."];

        var keys = shards.Where(shard => !Naming.IsWord(shard.Key))
            .Select(shard => $"The shard key '{shard.Key}' names a database; expected are lower-case words joined by hyphens.")
            .Concat(shards.GroupBy(shard => shard.Key).Where(group => group.Count() > 1)
                .Select(group => $"The shard key '{group.Key}' is given {group.Count()} times; each names one database."));
        if (shards.Select(shard => shard.Slice.GetType()).Distinct().Count() > 1)
            return keys.Append("Its shards are cut in different ways; expected is one: by slots, by keys or by functions.");

        return keys.Concat(shards[0].Slice switch
        {
            SlotSlice => CheckSlots(),
            KeySlice => CheckKeys(),
            _ => CheckFunctions(),
        });
    }

    private IEnumerable<string> CheckSlots()
    {
        var next = 0;
        foreach (var (key, slice) in Of<SlotSlice>().OrderBy(shard => shard.Slice.First).ThenBy(shard => shard.Key, StringComparer.Ordinal))
        {
            if (slice.First > slice.Last || slice.First < 0 || slice.Last >= SlotCount)
            {
                yield return $"Shard '{key}' holds slots {slice.First} to {slice.Last}; allowed are 0 to {SlotCount - 1}, the first not after the last.";
                continue;
            }

            if (slice.First > next) yield return $"Slots {next} to {slice.First - 1} belong to no shard.";
            if (slice.First < next) yield return $"Slots {slice.First} to {Math.Min(next - 1, slice.Last)} belong to '{key}' and to another shard.";
            next = Math.Max(next, slice.Last + 1);
        }

        if (next < SlotCount) yield return $"Slots {next} to {SlotCount - 1} belong to no shard.";
    }

    private IEnumerable<string> CheckKeys()
    {
        if (Of<KeySlice>().All(shard => shard.Slice.From.Length > 0))
            yield return $"Keys before '{Of<KeySlice>().Select(shard => shard.Slice.From).Min(StringComparer.Ordinal)}' "
                + "belong to no shard; one begins with \"\".";
        foreach (var group in Of<KeySlice>().GroupBy(shard => shard.Slice.From).Where(group => group.Count() > 1))
            yield return $"Keys from '{group.Key}' belong to {string.Join(" and ", group.Select(shard => $"'{shard.Key}'"))}.";
    }

    private IEnumerable<string> CheckFunctions()
    {
        foreach (var (key, _) in Of<FunctionSlice>().Where(shard => shard.Slice.Names.Count == 0))
            yield return $"Shard '{key}' has no function; expected is at least one.";
        foreach (var group in Of<FunctionSlice>().SelectMany(shard => shard.Slice.Names.Select(name => (name, shard.Key))).GroupBy(pair => pair.name)
            .Where(group => group.Count() > 1))
            yield return $"The function '{group.Key}' belongs to {string.Join(" and ", group.Select(pair => $"'{pair.Key}'"))}.";
    }

    private IEnumerable<(string Key, T Slice)> Of<T>()
        where T : ShardSlice => shards.Select(shard => (shard.Key, (T)shard.Slice));

    private static int Compare(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
