using System.Text.Json;
using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Adding;

/// <summary>One property of a full schema.</summary>
internal static class FullSchemaProperty
{
    public static PropertySchema Read(JsonElement element, Func<string, bool> isEnum)
    {
        var defaultInfo = Find(element, "defaultInfo");
        return new PropertySchema
        {
            Type = ReadType(element, isEnum),
            Secret = Flag(element, "secret"),
            ReplaceOnChanges = Flag(element, "willReplaceOnChanges"),
            ReplaceOption = Flag(element, "replaceOnChanges"),
            Plain = Flag(element, "plain"),
            Deprecated = Find(element, "deprecationMessage") is not null,
            Constant = Find(element, "const")?.ToString(),
            CSharpName = Find(element, "language") is { } language && Find(language, "csharp") is { } csharp ? Find(csharp, "name")?.GetString() : null,
            Default = Find(element, "default")?.Clone(),
            DefaultFrom = defaultInfo is { } info && Find(info, "environment") is { } variables
                ? [.. variables.EnumerateArray().Select(variable => variable.GetString()!)]
                : [],
        };
    }

    public static EnumValue EnumValue(string token, JsonElement element)
    {
        var value = Find(element, "value")?.ToString() ?? throw new GeneratorException($"A value of the enum '{token}' has no 'value'.");
        return new EnumValue(Find(element, "name")?.GetString() ?? value, value);
    }

    private static TypeSchema ReadType(JsonElement element, Func<string, bool> isEnum)
    {
        if (Find(element, "$ref") is { } reference)
            return ReadReference(reference.GetString()!, isEnum);
        if (Find(element, "oneOf") is { } cases)
            return new TypeSchema.Union([.. cases.EnumerateArray().Select(one => ReadType(one, isEnum))]);

        return Find(element, "type")?.GetString() switch
        {
            "array" when Find(element, "items") is { } items => new TypeSchema.List(ReadType(items, isEnum)),
            "object" => new TypeSchema.Map(
                Find(element, "additionalProperties") is { } values ? ReadType(values, isEnum) : new TypeSchema.Primitive(PrimitiveKind.String)),
            "string" => new TypeSchema.Primitive(PrimitiveKind.String),
            "integer" => new TypeSchema.Primitive(PrimitiveKind.Integer),
            "number" => new TypeSchema.Primitive(PrimitiveKind.Number),
            "boolean" => new TypeSchema.Primitive(PrimitiveKind.Boolean),
            _ => throw new GeneratorException($"This is not a type of the Pulumi Package Schema: {element}"),
        };
    }

    private static TypeSchema ReadReference(string reference, Func<string, bool> isEnum)
    {
        const string nested = "#/types/";
        if (reference.StartsWith(nested, StringComparison.Ordinal))
        {
            var token = Uri.UnescapeDataString(reference[nested.Length..]);
            return isEnum(token) ? new TypeSchema.Enum(token) : new TypeSchema.Object(token);
        }

        return new TypeSchema.Primitive(reference switch
        {
            "pulumi.json#/Any" => PrimitiveKind.Any,
            "pulumi.json#/Json" => PrimitiveKind.Json,
            "pulumi.json#/Asset" => PrimitiveKind.Asset,
            "pulumi.json#/Archive" => PrimitiveKind.Archive,
            _ => throw new GeneratorException(
                $"The schema refers to '{reference}'. Only #/types/… and Any, Json, Asset and Archive of pulumi.json can be generated."),
        });
    }

    private static bool Flag(JsonElement element, string name) => Find(element, name)?.GetBoolean() ?? false;

    private static JsonElement? Find(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;
}
