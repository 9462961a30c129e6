using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Review.Model;

/// <summary>Properties by name, in ordinal order of the names; immutable, equal when the entries are.</summary>
public sealed class PropertyDictionary : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyDictionary>
{
    public static readonly PropertyDictionary Empty = new([], []);

    private readonly string[] _names;
    private readonly PropertyValue[] _values;

    private PropertyDictionary(string[] names, PropertyValue[] values)
    {
        _names = names;
        _values = values;
    }

    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static PropertyDictionary Of(IEnumerable<KeyValuePair<string, PropertyValue>> entries)
    {
        var sorted = entries.ToArray();
        if (sorted.Length == 0) return Empty;

        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i].Key == sorted[i - 1].Key)
                throw new ArgumentException($"The property '{sorted[i].Key}' occurs twice.", nameof(entries));

        return new PropertyDictionary(Array.ConvertAll(sorted, entry => entry.Key), Array.ConvertAll(sorted, entry => entry.Value));
    }

    public int Count => _names.Length;
    public IEnumerable<string> Keys => _names;
    public IEnumerable<PropertyValue> Values => _values;

    public PropertyValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no property '{key}'.");

    public bool ContainsKey(string key) => Find(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        var index = Find(key);
        value = index < 0 ? null : _values[index];
        return index >= 0;
    }

    /// <summary>These entries, with those of <paramref name="upper"/> instead where both have a name.</summary>
    public PropertyDictionary OverlaidBy(PropertyDictionary upper)
    {
        if (upper.Count == 0) return this;
        if (Count == 0) return upper;
        return Of(this.Where(entry => !upper.ContainsKey(entry.Key)).Concat(upper));
    }

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator()
    {
        for (var i = 0; i < _names.Length; i++) yield return new(_names[i], _values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(PropertyDictionary? other) =>
        other is not null && _names.AsSpan().SequenceEqual(other._names) && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as PropertyDictionary);

    public override int GetHashCode() => _names.Aggregate(Count, HashCode.Combine);

    public override string ToString() => $"{{{string.Join(", ", this.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    private int Find(string key) => Array.BinarySearch(_names, key, StringComparer.Ordinal);
}
