using Infra.Review.Model;
using Infra.Sdk.Schema;

namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// What a preview knows of an object in a cluster: its name, even where only the provider gives it one. What the cluster itself decides, its status
/// and a name that begins with <c>generateName</c>, it never knows.
/// </summary>
public static class KubernetesObject
{
    public const string Status = "status";

    private const string Metadata = "metadata";
    private const string Name = "name";
    private const string Namespace = "namespace";
    private const string Prefix = "generateName";
    private const string Kind = "kind";

    public static bool Is(string type) => type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>Whether a name is among its metadata: not so of lists and of the provider's own kinds. Custom resources have no schema here.</summary>
    public static bool HasName(PreviewResource resource, ResourceSchema? schema) => Is(resource.Type) && (schema is null
        ? resource.Inputs.ContainsKey(Kind)
        : schema.Outputs.GetValueOrDefault(Metadata)?.Type is TypeSchema.Object metadata && metadata.Token.EndsWith(":ObjectMeta", StringComparison.Ordinal));

    /// <summary>Its name with the namespace before it, if one is given; unknown where one of them is, or is secret.</summary>
    public static PropertyValue IdOf(Subject subject) => (NameOf(subject), MetadataOf(subject)?.GetValueOrDefault(Namespace)) switch
    {
        _ when subject.Inputs.GetValueOrDefault(Metadata) is PropertyValue.Secret => PropertyValue.Unknown.Value,
        (PropertyValue.Text name, null or PropertyValue.Null) => name,
        (PropertyValue.Text name, PropertyValue.Text space) => new PropertyValue.Text($"{space.Value}/{name.Value}"),
        _ => PropertyValue.Unknown.Value,
    };

    /// <summary>Its inputs, with the name that the provider gives to an object that has none ("Autonaming", Pulumi's concepts, read 2026-11-22).</summary>
    /// <param name="subject">The object.</param>
    /// <param name="existing">The id of an object that is there already, such as <c>prod/settings</c>; null if it is a new one.</param>
    public static PropertyDictionary Named(Subject subject, string? existing)
    {
        if (MetadataOf(subject) is not { } metadata || IsGiven(metadata, Name)) return subject.Inputs;
        var named = metadata.OverlaidBy(existing is null ? PropertyDictionary.Of([new(Name, NameOf(subject))]) : PartsOf(existing));
        var value = new PropertyValue.Map(named);
        var isSecret = subject.Inputs.GetValueOrDefault(Metadata) is PropertyValue.Secret;
        return subject.Inputs.OverlaidBy(PropertyDictionary.Of([new(Metadata, isSecret ? new PropertyValue.Secret(value) : value)]));
    }

    private static PropertyValue NameOf(Subject subject) => MetadataOf(subject) switch
    {
        null => PropertyValue.Unknown.Value,
        var metadata when IsGiven(metadata, Name) => metadata[Name],
        var metadata when IsGiven(metadata, Prefix) => PropertyValue.Unknown.Value,
        _ => new PropertyValue.Text($"{subject.Name}-{subject.LowerCase(Name, 8)}"),
    };

    private static PropertyDictionary PartsOf(string id) => PropertyDictionary.Of(id.Split('/') is [var space, var name]
        ? [new(Namespace, new PropertyValue.Text(space)), new(Name, new PropertyValue.Text(name))]
        : [new(Name, new PropertyValue.Text(id))]);

    private static bool IsGiven(PropertyDictionary metadata, string name) => metadata.GetValueOrDefault(name) is not (null or PropertyValue.Null);

    // Null if it is not known as a whole.
    private static PropertyDictionary? MetadataOf(Subject subject) => subject.Inputs.GetValueOrDefault(Metadata) switch
    {
        null or PropertyValue.Null => PropertyDictionary.Empty,
        PropertyValue.Map map => map.Entries,
        PropertyValue.Secret { Plain: PropertyValue.Map map } => map.Entries,
        _ => null,
    };
}
