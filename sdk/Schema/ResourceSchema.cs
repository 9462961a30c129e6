using Properties = System.Collections.Generic.IReadOnlyDictionary<string, Infra.Sdk.Schema.PropertySchema>;

namespace Infra.Sdk.Schema;

/// <summary>A resource type. <c>id</c> and <c>urn</c> are not listed, as every resource has them.</summary>
public sealed record ResourceSchema
{
    public required string Token { get; init; }
    public required Properties Inputs { get; init; }
    public required Properties Outputs { get; init; }

    /// <summary>Tokens that this type had before.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool Deprecated { get; init; }

    /// <summary>A remote component rather than a resource of the provider.</summary>
    public bool IsComponent { get; init; }

    /// <summary>Written by hand in the official SDK, so nothing is generated for it.</summary>
    public bool IsOverlay { get; init; }
}

/// <summary>A function of the provider (an invoke).</summary>
public sealed record FunctionSchema
{
    public required string Token { get; init; }
    public required Properties Inputs { get; init; }
    public required Properties Outputs { get; init; }
    public bool Deprecated { get; init; }
}

/// <summary>A nested object type.</summary>
public sealed record ObjectSchema
{
    public required string Token { get; init; }
    public required Properties Properties { get; init; }
}

/// <summary>A type with named values, all strings or all numbers as <see cref="Kind"/> says.</summary>
public sealed record EnumSchema
{
    public required string Token { get; init; }
    public required PrimitiveKind Kind { get; init; }
    public required IReadOnlyList<EnumValue> Values { get; init; }
}

public sealed record EnumValue(string Name, string Value);
