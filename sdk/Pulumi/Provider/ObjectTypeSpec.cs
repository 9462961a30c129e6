using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>An object that an input or output holds.</summary>
public sealed record ObjectTypeSpec
{
    [JsonPropertyName("type")]
    public string Type { get; init; } = "object";

    [JsonPropertyName("properties")]
    public required ImmutableSortedDictionary<string, TypeSpec> Properties { get; init; }

    [JsonPropertyName("required")]
    public required ImmutableSortedSet<string> Required { get; init; }
}
