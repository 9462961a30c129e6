namespace Infra.Policies;

/// <summary>DNS records by what makes several of them one answer: their zone, name and type. What is not known fits everything.</summary>
public sealed class RecordSets
{
    private const int Masks = 8;

    private readonly HashSet<(int Unknown, int Blank, string Key)> _keys = [];
    private readonly HashSet<int> _unknowns = [];
    private readonly ResourceGraph _graph;

    public RecordSets(ResourceGraph graph, IEnumerable<ResourceNode> records)
    {
        _graph = graph;
        foreach (var parts in records.Select(Parts))
        {
            var unknown = Unknown(parts);
            _unknowns.Add(unknown);
            for (var mask = 0; mask < Masks; mask++) _keys.Add((unknown, mask | unknown, Key(parts, mask | unknown)));
        }
    }

    /// <summary>Whether one of the records answers the same question as this one; undetermined if one of them may.</summary>
    public Verdict Hold(ResourceNode record)
    {
        var parts = Parts(record);
        var unknown = Unknown(parts);
        if (unknown == 0 && _keys.Contains((0, 0, Key(parts, 0)))) return Verdict.Pass;
        return _unknowns.Any(other => _keys.Contains((other, other | unknown, Key(parts, other | unknown)))) ? Verdict.Undetermined : Verdict.Fail;
    }

    /// <summary>What all records of one answer have in common; null if it is not known.</summary>
    public string? KeyOf(ResourceNode record)
    {
        var parts = Parts(record);
        return Unknown(parts) == 0 ? Key(parts, 0) : null;
    }

    // Names are told apart without regard to case and to the dot at their end.
    private string?[] Parts(ResourceNode record) =>
    [
        _graph.Resolve(record, record["zoneId"], ResourceTypes.HostedZone).Target?.Urn ?? Text(record["zoneId"]),
        Text(record["name"])?.TrimEnd('.').ToLowerInvariant(),
        Text(record["type"]),
    ];

    private static string? Text(PropertyValue value) => value.IsUnknown ? null : value.Text ?? "";

    private static int Unknown(string?[] parts) => parts.Select((part, index) => part is null ? 1 << index : 0).Sum();

    private static string Key(string?[] parts, int blank) => string.Join('\n', parts.Select((part, index) => (blank & (1 << index)) != 0 ? "" : part));
}
