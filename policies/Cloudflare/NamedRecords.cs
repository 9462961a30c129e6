namespace Infra.Policies.Cloudflare;

/// <summary>The records of which a host is, or may be, the name.</summary>
internal sealed class NamedRecords
{
    private const string Apex = "@";

    private readonly ResourceGraph _graph;
    private readonly ILookup<string?, ResourceNode> _byName;

    private NamedRecords(ResourceGraph graph)
    {
        _graph = graph;
        _byName = graph.OfType(CloudflareTypes.Record).ToLookup(NameOf);
    }

    public static NamedRecords In(ResourceGraph graph) => graph.Once(made => new NamedRecords(made));

    /// <param name="node">What asks for the host.</param>
    /// <param name="host">The host.</param>
    /// <returns>Each with <see cref="Verdict.Pass"/>, or <see cref="Verdict.Undetermined"/> where it is not certain.</returns>
    public IEnumerable<(ResourceNode Record, Verdict Verdict)> Of(ResourceNode node, PropertyValue host) =>
        from record in host.IsUnknown ? Sources(node, host) : Near(DnsNames.Plain(host)!)
        let verdict = Balancers.IsNameOf(node, host, record, _graph)
        where verdict != Verdict.Fail
        select (record, verdict);

    private IEnumerable<ResourceNode> Sources(ResourceNode node, PropertyValue host)
    {
        var sources = node.DependenciesOf(host.TopLevel);
        return sources.Count == 0
            ? _graph.OfType(CloudflareTypes.Record)
            : sources.Select(_graph.Find).OfType<ResourceNode>().Where(source => CloudflareTypes.Record.Contains(source.Type));
    }

    // A record's name goes up to one of the host's dots: the rest is the zone's.
    private IEnumerable<ResourceNode> Near(string host)
    {
        string?[] others = [host, Apex, null];
        return Enumerable.Range(0, host.Length).Where(index => host[index] == '.').Select(index => host[..index])
            .Concat(others).Distinct().SelectMany(name => _byName[name]);
    }

    // Null if it is not known, or not what follows it.
    private string? NameOf(ResourceNode record) =>
        _graph.Resolve(record, record["zoneId"], CloudflareTypes.Zone).Target is { } zone && (zone["name"].IsUnknown || zone["zone"].IsUnknown)
            ? null
            : DnsNames.Plain(record["name"]);
}
