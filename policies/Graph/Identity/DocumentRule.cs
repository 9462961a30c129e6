namespace Infra.Policies.Identity;

/// <summary>A rule about the statements of policy documents.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="types">The types that have such documents.</param>
/// <param name="documents">The properties that hold them.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class DocumentRule(
    string id, Rank rank, IReadOnlyList<string> types, IReadOnlyList<string> documents, string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, types, why, fix, anchors)
{
    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        documents.Select(path => resource[path])
            .Concat(documents.Contains("policy") ? Inline(resource["inlinePolicies"]) : [])
            .Where(document => !document.IsAbsent)
            .SelectMany(document => Check(resource, document));

    /// <summary>What is wrong with a statement, as the end of a sentence that begins with the document's path; null if nothing is.</summary>
    protected abstract string? Objection(ResourceNode resource, PolicyStatement statement);

    /// <summary>The property, not known, on which it depends whether the objection to a statement holds; null if it holds anyhow.</summary>
    protected virtual PropertyValue? Doubt(ResourceNode resource, PolicyStatement statement) => null;

    private static IEnumerable<PropertyValue> Inline(PropertyValue policies) =>
        policies.IsUnknown ? [policies] : policies.Items.Select(inline => inline["policy"]);

    private IEnumerable<Finding> Check(ResourceNode resource, PropertyValue document)
    {
        if (document.FirstUnknown() is { } unknown) return [Undetermined(resource, unknown)];
        if (PolicyStatement.Of(document) is not { } statements) return [Fail(resource, document.Path, $"{document.Path} is not a policy document")];
        return statements.Select(statement => (Text: Objection(resource, statement), Doubt: Doubt(resource, statement)))
            .Where(objection => objection.Text is not null).DistinctBy(objection => (objection.Text, objection.Doubt?.Path))
            .Select(objection => objection.Doubt is { } doubt
                ? Undetermined(resource, doubt.Path, $"{document.Path} may be too wide: {doubt.Path} is not known before the deployment")
                : document.IsSecret
                    ? Fail(resource, document.Path, $"{document.Path} is secret, and has a statement that is too wide")
                    : Fail(resource, document.Path, $"{document.Path} {objection.Text}", objection.Text));
    }
}
