using Infra.Review.Model;
using Infra.Sdk.Schema;

namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// A value of the right type for an output that nothing is known about. How many entries a list or a map has is not known either: an empty one would make
/// a program fail that takes the first.
/// </summary>
public static class PlausibleValues
{
    private const int DeepestNesting = 4;

    public static PropertyValue Of(TypeSchema type, string seed, string name, int depth = 0) => type switch
    {
        TypeSchema.Primitive { Kind: PrimitiveKind.Boolean } => PropertyValue.Bool.False,
        TypeSchema.Primitive { Kind: PrimitiveKind.Integer or PrimitiveKind.Number } => new PropertyValue.Number(0),
        TypeSchema.Primitive { Kind: PrimitiveKind.Json } => new PropertyValue.Text("{}"),
        TypeSchema.Primitive { Kind: PrimitiveKind.Asset } => new PropertyValue.Asset(IsArchive: false, "", null, null, null),
        TypeSchema.Primitive { Kind: PrimitiveKind.Archive } => new PropertyValue.Asset(IsArchive: true, null, null, null, PropertyDictionary.Empty),
        TypeSchema.Primitive => new PropertyValue.Text($"{name}-{Synthetic.Hex(seed, 7)}"),
        TypeSchema.List or TypeSchema.Map => PropertyValue.Unknown.Value,
        TypeSchema.Enum member => OfEnum(member),
        TypeSchema.Union union => Of(union.Cases[0], seed, name, depth),
        TypeSchema.Object nested => OfObject(nested, seed, name, depth),
        _ => PropertyValue.Null.Value,
    };

    private static PropertyValue OfEnum(TypeSchema.Enum member)
    {
        var first = Schemas.TryFind(member.Token, out var provider) ? provider.Enum(member.Token) : null;
        if (first is null || first.Values.Count == 0) return PropertyValue.Null.Value;
        return first.Kind is PrimitiveKind.String
            ? new PropertyValue.Text(first.Values[0].Value)
            : new PropertyValue.Number(double.Parse(first.Values[0].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static PropertyValue.Map OfObject(TypeSchema.Object nested, string seed, string name, int depth)
    {
        var type = depth < DeepestNesting && Schemas.TryFind(nested.Token, out var provider) ? provider.Type(nested.Token) : null;
        if (type is null) return new PropertyValue.Map(PropertyDictionary.Empty);
        return new PropertyValue.Map(PropertyDictionary.Of(type.Properties
            .Where(property => property.Value.Required || property.Value.AlwaysSet)
            .Select(property => KeyValuePair.Create(property.Key, Of(property.Value.Type, $"{seed}.{property.Key}", name, depth + 1)))));
    }
}
