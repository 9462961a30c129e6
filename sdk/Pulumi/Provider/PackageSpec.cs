using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>A package of components; its JSON is a Pulumi package schema.</summary>
public sealed record PackageSpec
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("displayName"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    [JsonPropertyName("version")]
    public required string Version { get; init; }

    [JsonPropertyName("namespace"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Namespace { get; init; }

    /// <summary>The objects that inputs and outputs hold, by token, in order.</summary>
    [JsonPropertyName("types")]
    public required ImmutableSortedDictionary<string, ObjectTypeSpec> Types { get; init; }

    /// <summary>The components, by token, in order.</summary>
    [JsonPropertyName("resources")]
    public required ImmutableSortedDictionary<string, ResourceSpec> Resources { get; init; }
}
