using Google.Protobuf.WellKnownTypes;
using Infra.Review.Model;
using Infra.Rpc.Protocol;

namespace Infra.Review.Engine.Values;

/// <summary>Reads what an SDK sends; an output value becomes its value, secret or unknown.</summary>
public static class WireReader
{
    /// <summary>Nulls of the top level are left out: they mean not set.</summary>
    public static PropertyDictionary Read(Struct? properties) =>
        properties is null
            ? PropertyDictionary.Empty
            : PropertyDictionary.Of(properties.Fields
                .Where(field => field.Value.KindCase is not Value.KindOneofCase.NullValue)
                .Select(field => KeyValuePair.Create(field.Key, Read(field.Value))));

    public static PropertyValue Read(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => PropertyValue.Bool.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => new PropertyValue.Number(value.NumberValue),
        Value.KindOneofCase.StringValue => ReadText(value.StringValue),
        Value.KindOneofCase.ListValue => new PropertyValue.List([.. value.ListValue.Values.Select(Read)]),
        Value.KindOneofCase.StructValue => ReadObject(value.StructValue),
        _ => PropertyValue.Null.Value,
    };

    private static PropertyValue ReadText(string text) =>
        SpecialValues.IsUnknown(text) ? PropertyValue.Unknown.Value : new PropertyValue.Text(text);

    private static PropertyValue ReadObject(Struct value)
    {
        if (!value.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature))
            return new PropertyValue.Map(PropertyDictionary.Of(
                value.Fields.Select(field => KeyValuePair.Create(field.Key, Read(field.Value)))));

        return signature.StringValue switch
        {
            SpecialValues.Secret => SecretOf(ReadField(value, "value") ?? PropertyValue.Null.Value),
            SpecialValues.OutputValue => ReadOutputValue(value),
            SpecialValues.Asset => ReadAsset(value, isArchive: false),
            SpecialValues.Archive => ReadAsset(value, isArchive: true),
            SpecialValues.ResourceReference => new PropertyValue.Reference(TextField(value, "urn") ?? "", ReadReferenceId(value)),
            var other => throw new FormatException($"'{other}' is not a kind of special value that this engine knows."),
        };
    }

    private static PropertyValue ReadOutputValue(Struct value)
    {
        var inner = ReadField(value, "value") ?? PropertyValue.Unknown.Value;
        var secret = value.Fields.TryGetValue("secret", out var flag) && flag.BoolValue;
        return secret ? SecretOf(inner) : inner;
    }

    private static PropertyValue.Asset ReadAsset(Struct value, bool isArchive) => new(
        isArchive,
        TextField(value, "text"),
        TextField(value, "path"),
        TextField(value, "uri"),
        value.Fields.TryGetValue("assets", out var assets) ? Read(assets.StructValue) : null);

    private static PropertyValue? ReadReferenceId(Struct value) => TextField(value, "id") switch
    {
        null => null,
        "" => PropertyValue.Unknown.Value,
        var id => ReadText(id),
    };

    private static PropertyValue SecretOf(PropertyValue inner) => inner as PropertyValue.Secret ?? new PropertyValue.Secret(inner);

    private static PropertyValue? ReadField(Struct value, string name) =>
        value.Fields.TryGetValue(name, out var field) ? Read(field) : null;

    private static string? TextField(Struct value, string name) =>
        value.Fields.TryGetValue(name, out var field) && field.KindCase is Value.KindOneofCase.StringValue ? field.StringValue : null;
}
