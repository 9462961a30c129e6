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

    /// <summary>
    /// A record's name with its zone's, in lower case; null if it is not known. In a zone that the program does not make, a name of one label is
    /// known to be a part of one only.
    /// </summary>
    public string? Of(ResourceNode record)
    {
        if (Plain(record["name"]) is not { } name) return null;
        var zone = _graph.Resolve(record, record["zoneId"], ResourceTypes.HostedZone).Target;
        if (zone is null) return name.Contains('.') ? name : null;
        if (Plain(zone["name"]) is not { } suffix) return null;
        return name == suffix || name.EndsWith("." + suffix, StringComparison.Ordinal) ? name : name.Length == 0 ? suffix : $"{name}.{suffix}";
    }

    public IEnumerable<ResourceNode> Records(string name) => _records[name];

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
