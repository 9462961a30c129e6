using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments by name, where there is no class for them.</summary>
public sealed class DictionaryResourceArgs : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary;

    /// <exception cref="InvalidOperationException">A value is of a type that cannot be sent.</exception>
    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary)
    {
        _dictionary = DictionaryTypes.Check(dictionary);
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Members() => _dictionary.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
