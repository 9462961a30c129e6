using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// What a preview knows of an object in a cluster: its name, even where only the provider gives it one. Its status, which the cluster writes,
/// it never knows.
/// </summary>
public static class KubernetesObject
{
    public const string Status = "status";

    private const string Metadata = "metadata";
    private const string Name = "name";

    public static bool Is(string type) => type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>With the namespace before it, if one is given.</summary>
    public static string IdOf(Subject subject)
    {
        var metadata = MetadataOf(subject);
        var name = metadata.TryGetValue(Name, out var given) && given is PropertyValue.Text text ? text.Value : subject.PhysicalName;
        return metadata.TryGetValue("namespace", out var space) && space is PropertyValue.Text inside ? $"{inside.Value}/{name}" : name;
    }

    /// <summary>Its inputs, with the name that the provider gives to an object that has none ("Autonaming", Pulumi's concepts, read 2026-11-22).</summary>
    public static PropertyDictionary Named(Subject subject)
    {
        var metadata = MetadataOf(subject);
        var isGiven = subject.Inputs.TryGetValue(Metadata, out var value) && value is not PropertyValue.Map;
        if (isGiven || metadata.ContainsKey(Name) || metadata.ContainsKey("generateName")) return subject.Inputs;

        var named = metadata.OverlaidBy(PropertyDictionary.Of([new(Name, new PropertyValue.Text(subject.PhysicalName))]));
        return subject.Inputs.OverlaidBy(PropertyDictionary.Of([new(Metadata, new PropertyValue.Map(named))]));
    }

    private static PropertyDictionary MetadataOf(Subject subject) =>
        subject.Inputs.TryGetValue(Metadata, out var value) && value is PropertyValue.Map map ? map.Entries : PropertyDictionary.Empty;
}
