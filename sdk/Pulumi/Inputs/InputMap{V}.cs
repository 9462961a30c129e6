using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs. It keeps its shape: an unknown value does not hide the others.</summary>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private readonly Dictionary<string, Input<V>> _entries = new(StringComparer.Ordinal);

    // None while there are single entries alone; then the map so far, which each further part is joined to.
    private Output<ImmutableDictionary<string, Input<V>>>? _joined;

    public InputMap()
    {
    }

    private InputMap(IEnumerable<KeyValuePair<string, V>> entries)
    {
        foreach (var (key, value) in entries) Add(key, value);
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> map) => _joined = map;

    private protected override object? Content => (object?)_joined ?? new Dictionary<string, Input<V>>(_entries, StringComparer.Ordinal);

    private Output<ImmutableDictionary<string, Input<V>>> Structure => _joined ?? Output.Create(_entries.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>The same as <see cref="Add(string, Input{V})"/>: it does not overwrite.</summary>
    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => values is null ? null! : new(values);

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => values is null ? null! : new(values);

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => Whole(values);

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => Whole(values);

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => Whole(values);

    /// <summary>Both maps in a new one; where they share a key, the second's value.</summary>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first._joined is null && second._joined is null)
        {
            var merged = new InputMap<V>();
            foreach (var (key, value) in first._entries) merged.Add(key, second._entries.GetValueOrDefault(key) ?? value);
            foreach (var (key, value) in second._entries) merged.Add(key, value);
            return merged;
        }

        return new(Output.Tuple(first.Structure, second.Structure).Apply(maps => maps.Item1.SetItems(maps.Item2)));
    }

    /// <summary>Adds an entry; a key that is there with another value makes the whole map fail.</summary>
    public void Add(string key, Input<V> value)
    {
        value ??= new Input<V>(default(V)!);
        if (_joined is null && (_entries.TryAdd(key, value) || AreSame(_entries[key], value))) return;

        // A conflict fails the map's output, and so the run, even if nothing uses the map.
        _joined = new(JoinAsync(Structure, key, value));
    }

    public void Add(InputMap<V> values) => AddRange(values);

    /// <summary>Adds the entries of another map; any shared key makes the whole map fail.</summary>
    public void AddRange(InputMap<V> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _joined = _joined is null && _entries.Count == 0 ? values.Structure : new(JoinAsync(Structure, values.Structure));
    }

    /// <summary>The entries, once they are there; none if the map itself is unknown.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Structure.DataTask.ConfigureAwait(false);
        if (!data.IsKnown) yield break;
        foreach (var (key, value) in data.Value.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            yield return value.Apply(resolved => KeyValuePair.Create(key, resolved));
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An {nameof(InputMap<>)} cannot be enumerated: its values may not be there yet. Use Apply, or await foreach.");

    internal override Output<ImmutableDictionary<string, V>> ToOutputCore() => Structure.Apply(Flatten);

    private static Output<ImmutableDictionary<string, V>> Flatten(ImmutableDictionary<string, Input<V>> map)
    {
        KeyValuePair<string, Input<V>>[] entries = [.. map];
        return Output.All(entries.Select(entry => entry.Value)).Apply(values =>
            entries.Zip(values, (entry, value) => KeyValuePair.Create(entry.Key, value)).ToImmutableDictionary(StringComparer.Ordinal));
    }

    private static InputMap<V> Whole<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, V>>
    {
        if (values is null) return null!;
        return new(values.Apply(map => map is null
            ? ImmutableDictionary<string, Input<V>>.Empty
            : map.ToImmutableDictionary(entry => entry.Key, entry => (Input<V>)entry.Value, StringComparer.Ordinal)));
    }

    private static ArgumentException Conflict(string key) => new($"Key '{key}' already exists in the map with a different value.");

    private static bool AreSame(Input<V> left, Input<V> right) =>
        ReferenceEquals(left, right)
        || (left.IsOutput && right.IsOutput && ReferenceEquals(left.ToOutputCore(), right.ToOutputCore()))
        || (!left.IsOutput && !right.IsOutput && EqualityComparer<V>.Default.Equals(left.PlainValue, right.PlainValue));

    private static async Task<OutputData<ImmutableDictionary<string, Input<V>>>> JoinAsync(
        Output<ImmutableDictionary<string, Input<V>>> map, string key, Input<V> value)
    {
        var data = await map.DataTask.ConfigureAwait(false);
        var facts = new OutputFacts();
        facts.Add(data);
        if (!data.IsKnown || !data.Value.TryGetValue(key, out var present)) return facts.With(Known(data).SetItem(key, value));
        return AreSame(present, value) ? facts.With(data.Value) : throw Conflict(key);
    }

    private static async Task<OutputData<ImmutableDictionary<string, Input<V>>>> JoinAsync(
        Output<ImmutableDictionary<string, Input<V>>> map, Output<ImmutableDictionary<string, Input<V>>> more)
    {
        var (data, added) = (await map.DataTask.ConfigureAwait(false), await more.DataTask.ConfigureAwait(false));
        var facts = new OutputFacts();
        facts.Add(data);
        facts.Add(added);
        var (entries, others) = (Known(data), Known(added));
        return others.Keys.Where(entries.ContainsKey).Min(StringComparer.Ordinal) is { } shared ? throw Conflict(shared) : facts.With(entries.AddRange(others));
    }

    private static ImmutableDictionary<string, Input<V>> Known(OutputData<ImmutableDictionary<string, Input<V>>> data) =>
        data.IsKnown ? data.Value : ImmutableDictionary.Create<string, Input<V>>(StringComparer.Ordinal);
}
