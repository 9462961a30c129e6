namespace Infra.Policies;

/// <summary>A rule that demands a key of the program's own, where AWS would take one of its own.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="types">What is encrypted.</param>
/// <param name="property">The path of the property that names the key.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class KeyRule(
    string id, Rank rank, IReadOnlyList<string> types, string property, string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, types, why, fix, anchors)
{
    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => HasKey(resource, resource[property]);

    /// <summary>Whether a known key is none of those that AWS keeps for each service.</summary>
    public static bool IsOwn(PropertyValue key) => key.Text is { Length: > 0 } text && !text.StartsWith("alias/aws/", StringComparison.Ordinal);

    // Which key is often known only after the deployment; that the program names one is enough.
    private IEnumerable<Finding> HasKey(ResourceNode resource, PropertyValue key) =>
        key.IsUnknown && resource.DependenciesOf(key.Path.Split('.', '[')[0]).Count > 0
            ? []
            : Expect(resource, key, IsOwn, "a key of the program");
}
