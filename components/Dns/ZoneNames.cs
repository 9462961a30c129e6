namespace Infra.Components.Dns;

/// <summary>Who has taken which names of a zone: every name and type belongs to one record or one routing group.</summary>
internal sealed class ZoneNames(DomainName domain)
{
    private const string Alone = "CNAME";

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _owners = new(StringComparer.Ordinal);

    /// <summary>What stands against it; nothing if the name is now the owner's.</summary>
    public IEnumerable<string> Claim(string owner, string labels, params IReadOnlyList<string> types)
    {
        if (!domain.TryJoin(labels, out var name, out var problem)) return [$"Its name is wrong: {problem}"];

        if (!_owners.TryGetValue($"{name}", out var taken)) _owners[$"{name}"] = taken = new(StringComparer.Ordinal);
        var problems = types.SelectMany(type => taken.Where(other => Clash(type, other.Key)).Select(other => Tell($"{name}", type, other))).ToList();
        foreach (var type in types) taken.TryAdd(type, owner);
        return problems;
    }

    private static bool Clash(string type, string other) => type == other || type == Alone || other == Alone;

    private static string Tell(string name, string type, KeyValuePair<string, string> other) => type == other.Key
        ? $"{name} has {type} records of {other.Value} already; all records of one name and type belong to one owner and follow one policy."
        : $"{name} has {other.Key} records of {other.Value} already, and {type} is wanted beside them; a CNAME stands alone.";
}
