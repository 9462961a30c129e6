using Infra.Policies.Firewall;

namespace Infra.Policies.Edge;

/// <summary>What an alias record leads to.</summary>
/// <param name="Node">Null if it may be anything.</param>
/// <param name="IsCertain">False if it may be another one.</param>
/// <param name="Value">Where that is written.</param>
internal sealed record RecordAnswer(ResourceNode? Node, bool IsCertain, PropertyValue Value)
{
    /// <summary>The alias records that lead, or may lead, to a resource of these types.</summary>
    public static IEnumerable<(ResourceNode Record, RecordAnswer Answer)> Of(ResourceGraph graph, IReadOnlyList<string> types)
    {
        var isThere = graph.OfType(types).Any();
        foreach (var record in graph.OfType(ResourceTypes.Record))
            foreach (var value in PeerReader.EachOf(record["aliases"]).Select(alias => alias.IsUnknown ? alias : alias["name"]))
            {
                // What it was computed from tells a load balancer from a distribution.
                var meant = graph.Resolve(record, value);
                if (meant.State == ReferenceState.Unknown && isThere) yield return (record, new(null, false, value));
                var fitting = meant.Candidates.Where(node => types.Contains(node.Type)).ToList();
                foreach (var node in fitting) yield return (record, new(node, fitting.Count == 1, value));
            }
    }
}
