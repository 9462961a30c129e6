using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using Infra.Sdk.Schema;

namespace Infra.Tests.Policies;

/// <summary>
/// A resource as the previews after its deployment show it: what the program left out is there too, as zero or as an empty text, and lists hold what
/// other resources wrote. Truth values are left out: many are true unless something is said. Providers built on Terraform's older SDK show it so in
/// nested objects, and some of the outputs.
/// </summary>
internal static class Deployed
{
    public static AnalyzerResource Of(AnalyzerResource resource)
    {
        if (ProviderSchema.Find(resource.Type.Split(':')[0]) is not { } schema || schema.Resource(resource.Type) is not { } type) return resource;
        var deployed = resource.Clone();
        foreach (var (name, value) in deployed.Properties.Fields)
            if (type.Inputs.GetValueOrDefault(name) is { } property) Fill(schema, property.Type, value);
        if (deployed.PropertyDependencies.Count > 0) Add(deployed.Properties, type.Inputs, WrittenByOthers);
        return deployed;
    }

    private static void Fill(ProviderSchema schema, TypeSchema type, Value value)
    {
        switch (type, value.KindCase)
        {
            case (TypeSchema.List list, Value.KindOneofCase.ListValue):
                foreach (var item in value.ListValue.Values) Fill(schema, list.Element, item);
                break;
            case (TypeSchema.Object nested, Value.KindOneofCase.StructValue)
                when schema.Type(nested.Token) is { } known && !value.StructValue.Fields.ContainsKey(SpecialValues.SignatureKey):
                foreach (var (name, member) in value.StructValue.Fields)
                    if (known.Properties.GetValueOrDefault(name) is { } property) Fill(schema, property.Type, member);
                Add(value.StructValue, known.Properties, list: type => type is TypeSchema.List ? Value.ForList() : null);
                break;
        }
    }

    private static void Add(Struct given, IReadOnlyDictionary<string, PropertySchema> properties, Func<TypeSchema, Value?> list)
    {
        foreach (var (name, property) in properties.Where(property => !property.Value.Required && !given.Fields.ContainsKey(property.Key)))
            if ((ZeroOf(property.Type) ?? list(property.Type)) is { } shown) given.Fields[name] = shown;
    }

    private static Value? WrittenByOthers(TypeSchema type) => type switch
    {
        TypeSchema.List { Element: TypeSchema.Primitive { Kind: PrimitiveKind.String } } => Value.ForList(Value.ForString("as it was read")),
        TypeSchema.List { Element: TypeSchema.Object } => Value.ForList(Value.ForStruct(new())),
        _ => null,
    };

    private static Value? ZeroOf(TypeSchema type) => type switch
    {
        TypeSchema.Primitive { Kind: PrimitiveKind.String } => Value.ForString(""),
        TypeSchema.Primitive { Kind: PrimitiveKind.Integer or PrimitiveKind.Number } => Value.ForNumber(0),
        _ => null,
    };
}
