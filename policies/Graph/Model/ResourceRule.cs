namespace Infra.Policies;

/// <summary>A rule that looks at one resource at a time.</summary>
public abstract class ResourceRule(
    string id, Rank rank, IReadOnlyList<string> types, string why, string fix, params IReadOnlyList<string> anchors)
    : Rule(id, rank, why, fix, anchors)
{
    public override IReadOnlyList<string> Types => types;

    public sealed override IEnumerable<Finding> Check(ResourceGraph graph) =>
        graph.OfType(types).SelectMany(resource => Check(resource, graph));

    protected abstract IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph);

    /// <summary>Nothing if the property is as it must be; a finding that says what it is otherwise.</summary>
    /// <param name="resource">Whose property it is.</param>
    /// <param name="value">The property; if it is absent, <paramref name="whenAbsent"/> says whether the provider's default is fine.</param>
    /// <param name="holds">Asked only of a known value.</param>
    /// <param name="expected">What is allowed, for the message.</param>
    /// <param name="whenAbsent">True when leaving the property out is fine.</param>
    protected virtual IEnumerable<Finding> Expect(
        ResourceNode resource, PropertyValue value, Func<PropertyValue, bool> holds, string expected, bool whenAbsent = false)
    {
        if (value.IsAbsent ? whenAbsent : value.IsKnown && holds(value)) yield break;
        yield return value.FirstUnknown() is { } unknown
            ? Undetermined(resource, unknown)
            : Fail(resource, value.Path, $"{value.Path} is {value}, not {expected}");
    }

    protected IEnumerable<Finding> ExpectTrue(ResourceNode resource, PropertyValue value, bool whenAbsent = false) =>
        Expect(resource, value, known => known.Truth is true, "true", whenAbsent);
}
