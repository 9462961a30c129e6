using System.Collections.Concurrent;
using Infra.Review.Model;
using Infra.Rpc;

namespace Infra.Review.Engine;

/// <summary>What the engine would not do. The run has failed then, even if the program goes on.</summary>
public sealed class Refusals
{
    private readonly ConcurrentDictionary<string, byte> _messages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Urn, string Place), byte> _duplicates = [];

    public IReadOnlyList<string> All =>
    [
        .. _messages.Keys.Concat(_duplicates.Keys.GroupBy(duplicate => duplicate.Urn, duplicate => duplicate.Place).Select(DuplicateAt))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Remembers the refusal; the result is what the program gets to hear.</summary>
    public RpcException Refuse(string message)
    {
        _messages[message] = 0;
        return new RpcException(RpcStatus.Unknown, message);
    }

    /// <summary>A URN that is taken; which of its resources came first is chance, so all their places are told.</summary>
    public RpcException RefuseDuplicate(string urn, params IEnumerable<CodePlace> places)
    {
        foreach (var place in places) _duplicates[(urn, place.ToString())] = 0;
        return new RpcException(RpcStatus.Unknown, Duplicate(urn));
    }

    private static string Duplicate(string urn) => $"Duplicate resource URN '{urn}'; try giving it a unique name";

    private static string DuplicateAt(IGrouping<string, string> places)
    {
        var known = places.Where(place => place.Length > 0).Order(CountingComparer.Ordinal).ToList();
        return known.Count == 0 ? Duplicate(places.Key) : $"{Duplicate(places.Key)}. It is made at {string.Join(" and at ", known)}";
    }
}
