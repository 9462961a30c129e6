namespace Infra.Sdk.Schema;

/// <summary>
/// The type of a property: one of <see cref="Primitive"/>, <see cref="List"/>, <see cref="Map"/>, <see cref="Object"/>, <see cref="Enum"/>,
/// <see cref="Union"/>.
/// </summary>
public abstract record TypeSchema
{
    private TypeSchema()
    {
    }

    /// <summary>The compact text, e.g. <c>list&lt;string&gt;</c>; <see cref="TypeText.Parse"/> reads it back.</summary>
    public sealed override string ToString() => TypeText.Format(this);

    public sealed record Primitive(PrimitiveKind Kind) : TypeSchema;

    public sealed record List(TypeSchema Element) : TypeSchema;

    /// <summary>A map with string keys.</summary>
    public sealed record Map(TypeSchema Element) : TypeSchema;

    /// <summary>A nested object type: <see cref="ProviderSchema.Type"/> gives its properties.</summary>
    public sealed record Object(string Token) : TypeSchema;

    /// <summary>A closed list of values: <see cref="ProviderSchema.Enum"/> gives them.</summary>
    public sealed record Enum(string Token) : TypeSchema;

    /// <summary>Any of the cases, in the order that the provider declares.</summary>
    public sealed record Union(IReadOnlyList<TypeSchema> Cases) : TypeSchema;
}

public enum PrimitiveKind
{
    String,
    Integer,
    Number,
    Boolean,
    Any,
    Json,
    Asset,
    Archive,
}
