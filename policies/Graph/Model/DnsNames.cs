namespace Infra.Policies;

/// <summary>The names under which a program answers, written in full.</summary>
public sealed class DnsNames
{
    private readonly ResourceGraph _graph;
    private readonly ILookup<string, ResourceNode> _records;

    private DnsNames(ResourceGraph graph)
    {
        _graph = graph;
        _records = graph.OfType(ResourceTypes.Record).Where(record => Of(record) is not null).ToLookup(record => Of(record)!, StringComparer.Ordinal);
    }

    public static DnsNames In(ResourceGraph graph) => graph.Once(made => new DnsNames(made));

    /// <summary>A record's name with its zone's, in lower case; null if it is not known. Where the program does not make the zone, as it is written.</summary>
    public string? Of(ResourceNode record)
    {
        if (Plain(record["name"]) is not { } name) return null;
        var zone = _graph.Resolve(record, record["zoneId"], ResourceTypes.HostedZone).Target;
        if (zone is null) return name;
        if (Plain(zone["name"]) is not { } suffix) return null;
        return name == suffix || name.EndsWith("." + suffix, StringComparison.Ordinal) ? name : name.Length == 0 ? suffix : $"{name}.{suffix}";
    }

    public IEnumerable<ResourceNode> Records(string name) => _records[name];

    /// <summary>Whether a certificate or a distribution for these names is one for a record's name, too.</summary>
    public Verdict Cover(IReadOnlyList<PropertyValue> patterns, ResourceNode record)
    {
        if (Of(record) is not { } name) return Verdict.Undetermined;
        var verdict = Cover(patterns, name);
        return verdict == Verdict.Fail && !IsInFull(record) && patterns.Any(pattern => Continues(Plain(pattern) ?? "", name)) ? Verdict.Undetermined : verdict;
    }

    // The name of a zone elsewhere, which the provider appends where it is missing, may be the rest of a pattern.
    private bool IsInFull(ResourceNode record) => _graph.Resolve(record, record["zoneId"], ResourceTypes.HostedZone).Target is not null;

    private static bool Continues(string pattern, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return pattern.StartsWith($"{name}.", StringComparison.Ordinal) || pattern.StartsWith(dot < 0 ? "*." : $"*{name[dot..]}.", StringComparison.Ordinal);
    }

    public static string? Plain(PropertyValue name) => name.IsUnknown ? null : (name.Text ?? "").TrimEnd('.').ToLowerInvariant();

    /// <summary>Whether a certificate or a distribution for these names is one for that name, too; a star stands for one label.</summary>
    public static Verdict Cover(IReadOnlyList<PropertyValue> patterns, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var star = dot < 0 ? name : $"*{name[dot..]}";
        return patterns.Any(pattern => Plain(pattern) is { } text && (text == name || text == star)) ? Verdict.Pass
            : patterns.Any(pattern => pattern.IsUnknown) ? Verdict.Undetermined
            : Verdict.Fail;
    }
}
