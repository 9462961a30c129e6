using System.Text.RegularExpressions;

namespace Infra.Policies;

public enum EdgeEvidence
{
    /// <summary>The property's value is the target's id, ARN, name or DNS name.</summary>
    Value,

    /// <summary>The property was computed from the target; its value is not known.</summary>
    Dependency,

    /// <summary>A JSON document in the property holds the target's ARN.</summary>
    Document,
}

/// <summary>A property of one resource that points to another; ambiguous if others could be meant just as well.</summary>
public sealed partial record ResourceEdge(ResourceNode From, string Property, ResourceNode To, EdgeEvidence Evidence, bool Ambiguous)
{
    public static IEnumerable<ResourceEdge> Of(ResourceGraph graph, ResourceNode node)
    {
        foreach (var (name, value) in node.Properties.Members)
        {
            if (name is "id" or "arn" or "name") continue;
            foreach (var edge in Leaves(value).SelectMany(leaf => Of(graph, node, leaf)).DistinctBy(edge => (edge.Property, edge.To.Urn)))
                yield return edge;
        }
    }

    private static IEnumerable<ResourceEdge> Of(ResourceGraph graph, ResourceNode node, PropertyValue leaf)
    {
        var reference = graph.Resolve(node, leaf);
        var evidence = leaf.IsUnknown ? EdgeEvidence.Dependency : EdgeEvidence.Value;
        foreach (var target in reference.Candidates.Where(target => target != node))
            yield return new(node, leaf.Path, target, evidence, reference.State == ReferenceState.Ambiguous);

        if (leaf.Text is not { } text || !text.Contains("arn:", StringComparison.Ordinal) || reference.Candidates.Count > 0) yield break;
        foreach (Match match in Arn().Matches(text))
        {
            var targets = graph.WithIdentity(match.Value.TrimEnd('*', '/')).Where(target => target != node).ToList();
            foreach (var target in targets)
                yield return new(node, leaf.Path, target, EdgeEvidence.Document, targets.Count > 1);
        }
    }

    private static IEnumerable<PropertyValue> Leaves(PropertyValue value)
    {
        if (value.IsList) return value.Items.SelectMany(Leaves);
        return value.IsObject ? value.Members.SelectMany(member => Leaves(member.Value)) : [value];
    }

    [GeneratedRegex("""arn:aws[a-z-]*:[^"\s,]+""")]
    private static partial Regex Arn();
}
