namespace Infra.Policies.Containers;

/// <summary>Finds the few things of many that may be meant by a namespace and a name or a label; whether they are is for the caller to judge.</summary>
/// <param name="entries">The namespace is empty if the kubeconfig decides; what is null is not known, and fits everything.</param>
internal sealed class PlacedIndex<T>(IEnumerable<(string? Place, string? Key, T Item)> entries)
{
    private readonly IReadOnlyList<(string? Place, string? Key, T Item)> _entries = [.. entries];
    private ILookup<(string? Place, string? Key), T>? _byBoth;
    private ILookup<string?, T>? _byKey;

    /// <summary>All that may be in a namespace and have a key, each once.</summary>
    public IEnumerable<T> Near(string? place, string? key)
    {
        if (key is null) return _entries.Select(entry => entry.Item).Distinct();
        string?[] keys = [key, null];
        if (string.IsNullOrEmpty(place))
        {
            var byKey = _byKey ??= _entries.ToLookup(entry => entry.Key, entry => entry.Item);
            return keys.SelectMany(each => byKey[each]).Distinct();
        }

        var byBoth = _byBoth ??= _entries.ToLookup(entry => (entry.Place, entry.Key), entry => entry.Item);
        string?[] places = [place, "", null];
        return places.SelectMany(_ => keys, (its, each) => byBoth[(its, each)]).SelectMany(items => items).Distinct();
    }
}
