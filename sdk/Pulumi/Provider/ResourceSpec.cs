using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>A component of a package.</summary>
public sealed record ResourceSpec
{
    [JsonPropertyName("isComponent")]
    public bool IsComponent { get; init; } = true;

    [JsonPropertyName("inputProperties")]
    public required ImmutableSortedDictionary<string, TypeSpec> InputProperties { get; init; }

    [JsonPropertyName("requiredInputs")]
    public required ImmutableSortedSet<string> RequiredInputs { get; init; }

    [JsonPropertyName("properties")]
    public required ImmutableSortedDictionary<string, TypeSpec> Properties { get; init; }

    /// <summary>The outputs that always have a value.</summary>
    [JsonPropertyName("required")]
    public required ImmutableSortedSet<string> Required { get; init; }
}
