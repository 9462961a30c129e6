using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>The C# text of a property's type.</summary>
public sealed class CSharpTypes(CSharpNames names, NestedTypeUses uses)
{
    private const string Json = "global::System.Text.Json.JsonElement";

    /// <summary>A type on its way out, e.g. <c>ImmutableArray&lt;Outputs.X&gt;</c>.</summary>
    public string Output(TypeSchema type) => type switch
    {
        TypeSchema.Primitive primitive => Primitive(primitive.Kind),
        TypeSchema.List list => $"ImmutableArray<{Output(list.Element)}>",
        TypeSchema.Map map => $"ImmutableDictionary<string, {Output(map.Element)}>",
        TypeSchema.Object nested => $"global::{names.OutputsNamespaceOf(nested.Token)}.{uses.OutputClassOf(nested.Token)}",
        TypeSchema.Enum nested => EnumName(nested),
        TypeSchema.Union union when PlainOf(union) is { } plain => Primitive(plain),
        TypeSchema.Union union => Union(union, "Union", Output),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This kind of type has no C#."),
    };

    /// <summary>A value on its way in, without <c>Input</c> around it.</summary>
    public string Element(TypeSchema type, InputShape shape) => type switch
    {
        TypeSchema.Primitive primitive => Primitive(primitive.Kind),
        TypeSchema.List list => $"ImmutableArray<{Element(list.Element, shape)}>",
        TypeSchema.Map map => $"ImmutableDictionary<string, {Element(map.Element, shape)}>",
        TypeSchema.Object nested => InputClass(nested, shape),
        TypeSchema.Enum nested => EnumName(nested),
        TypeSchema.Union union => Union(union, "Union", one => Element(one, shape)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This kind of type has no C#."),
    };

    /// <summary>A member of an arguments class whose members are inputs, e.g. <c>InputList&lt;string&gt;</c>.</summary>
    public string Input(TypeSchema type, InputShape shape) => type switch
    {
        TypeSchema.List list => $"InputList<{Element(list.Element, shape)}>",
        TypeSchema.Map map => $"InputMap<{Element(map.Element, shape)}>",
        TypeSchema.Union union => Union(union, "InputUnion", one => Element(one, shape)),
        TypeSchema.Primitive { Kind: PrimitiveKind.Json } => "InputJson",
        _ => $"Input<{Element(type, shape)}>",
    };

    /// <summary>A member of a function's plain arguments, e.g. <c>List&lt;string&gt;</c>.</summary>
    public string Plain(TypeSchema type) => type switch
    {
        TypeSchema.List list => $"List<{Plain(list.Element)}>",
        TypeSchema.Map map => $"Dictionary<string, {Plain(map.Element)}>",
        TypeSchema.Union union => Union(union, "Union", Plain),
        _ => Element(type, InputShape.Plain),
    };

    /// <summary>The type as it stands in the data, but for a nested JSON text of Kubernetes, which its schema has as a plain <c>any</c>.</summary>
    public TypeSchema TypeOf(PropertySchema property) =>
        names.IsKubernetes && property is { Plain: true, Type: TypeSchema.Primitive { Kind: PrimitiveKind.Any } }
            ? new TypeSchema.Primitive(PrimitiveKind.Json)
            : property.Type;

    private string InputClass(TypeSchema.Object nested, InputShape shape) =>
        $"global::{names.InputsNamespaceOf(nested.Token)}.{NestedTypeUses.InputClassOf(nested.Token, shape)}";

    private string EnumName(TypeSchema.Enum nested) => $"global::{names.NamespaceOf(nested.Token)}.{CSharpNames.ClassOf(nested.Token)}";

    private static string Union(TypeSchema.Union union, string generic, Func<TypeSchema, string> text)
    {
        var cases = union.Cases.Select(text).Distinct(StringComparer.Ordinal).ToList();
        return cases.Count switch
        {
            1 => cases[0],
            2 => $"{generic}<{cases[0]}, {cases[1]}>",
            _ => "object",
        };
    }

    /// <summary>The primitive of a union that holds nothing but it and enums of it: such a union is a plain value on output.</summary>
    private PrimitiveKind? PlainOf(TypeSchema.Union union)
    {
        var kinds = union.Cases.Select(one => one switch
        {
            TypeSchema.Primitive primitive => (PrimitiveKind?)primitive.Kind,
            TypeSchema.Enum nested => uses.KindOf(nested.Token),
            _ => null,
        }).Distinct().ToList();
        return kinds is [{ } kind] ? kind : null;
    }

    private static string Primitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => "string",
        PrimitiveKind.Integer => "int",
        PrimitiveKind.Number => "double",
        PrimitiveKind.Boolean => "bool",
        PrimitiveKind.Any => "object",
        PrimitiveKind.Json => Json,
        PrimitiveKind.Asset => "AssetOrArchive",
        PrimitiveKind.Archive => "Archive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no C#."),
    };
}
