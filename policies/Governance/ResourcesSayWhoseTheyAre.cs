namespace Infra.Policies.Governance;

/// <remarks>What can have tags says so by its output <c>tagsAll</c>, or has some.</remarks>
public sealed class ResourcesSayWhoseTheyAre() : Rule(
    "required-tags",
    Rank.Low,
    "Nobody dares to remove, and nobody can charge to anyone, what does not say whose it is and what for.",
    "give it the tags Environment and Owner, or set defaultTags on the provider")
{
    private static readonly string[] Required = ["Environment", "Owner"];

    public override IReadOnlyList<string> Types { get; } = [ResourceTypes.Any];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.Nodes
        .Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal))
        .SelectMany(Check);

    private IEnumerable<Finding> Check(ResourceNode resource)
    {
        var (own, all) = (resource.Properties["tags"], resource.Properties["tagsAll"]);
        if (own.IsAbsent && all.IsAbsent) return [];
        var missing = Array.FindAll(Required, name => !Has(own, name) && !Has(all, name));
        if (missing.Length == 0) return [];
        var common = PropertyValue.Root(resource.Provider?.Properties)["defaultTags"]["tags"];
        missing = Array.FindAll(missing, name => !Has(common, name));
        if (missing.Length == 0) return [];
        PropertyValue[] sources = [own, all, common];
        return Array.Exists(sources, source => source.IsUnknown || source.Items.Any(item => item["key"].IsUnknown))
            ? [Undetermined(resource, "tags", $"whether it has the tags {string.Join(" and ", missing)} is not known before the deployment")]
            : [Fail(resource, "tags", $"tags lack {string.Join(" and ", missing)}")];
    }

    // A group of machines has a list of tags, everything else has a map.
    private static bool Has(PropertyValue tags, string name)
    {
        if (tags.IsList) return tags.Items.Any(item => Same(item["key"].Text));
        return tags.IsObject && (!tags[name].IsAbsent || tags.UnsortedMembers.Any(member => Same(member.Name)));

        bool Same(string? key) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
    }
}
