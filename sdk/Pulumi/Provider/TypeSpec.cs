using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>The type of a value: a named kind, or a reference.</summary>
public sealed record TypeSpec
{
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    [JsonPropertyName("$ref"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; init; }

    /// <summary>The type of a list's elements.</summary>
    [JsonPropertyName("items"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TypeSpec? Items { get; init; }

    /// <summary>The type of a map's values.</summary>
    [JsonPropertyName("additionalProperties"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TypeSpec? AdditionalProperties { get; init; }

    /// <summary>Whether the value must be known: no output can be given.</summary>
    [JsonPropertyName("plain"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Plain { get; init; }
}
