using System.Text.Json;

namespace Infra.Sdk.Schema;

/// <summary>Reads the JSON of one compact file.</summary>
internal static class CompactReader
{
    private static readonly OrderedDictionary<string, PropertySchema> Nothing = [];

    /// <exception cref="InvalidDataException">The file is not in the compact format; the text names it and the place.</exception>
    public static SchemaFile Read(string path, Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return ReadFile(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"Schema file '{path}' is malformed: {e.Message}", e);
        }
    }

    private static SchemaFile ReadFile(JsonElement root)
    {
        var objects = new List<ObjectSchema>();
        var enums = new List<EnumSchema>();
        if (root.TryGetProperty("types", out var nested))
        {
            foreach (var type in nested.EnumerateObject())
                ReadType(type.Name, type.Value, objects, enums);
        }

        if (root.TryGetProperty("type", out var token))
            ReadType(token.GetString()!, root, objects, enums);

        return new SchemaFile
        {
            Provider = root.TryGetProperty("provider", out var provider) ? ReadProvider(provider.GetString()!, root) : null,
            Resource = root.TryGetProperty("resource", out var resource) ? ReadResource(resource.GetString()!, root) : null,
            Function = root.TryGetProperty("function", out var function) ? ReadFunction(function.GetString()!, root) : null,
            Objects = objects,
            Enums = enums,
        };
    }

    private static ProviderFacts ReadProvider(string name, JsonElement root) => new()
    {
        Name = name,
        Version = root.GetProperty("version").GetString()!,
        Compatibility = root.GetProperty("compatibility").GetString()!,
        Namespaces = root.GetProperty("namespaces").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal),
        Resource = ReadResource("pulumi:providers:" + name, root),
    };

    private static ResourceSchema ReadResource(string token, JsonElement root) => new()
    {
        Token = token,
        Inputs = ReadProperties(root, "inputs"),
        Outputs = ReadProperties(root, "outputs"),
        Aliases = root.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(alias => alias.GetString()!)] : [],
        Deprecated = Flag(root, "deprecated"),
        IsComponent = Flag(root, "component"),
        IsOverlay = Flag(root, "overlay"),
    };

    private static FunctionSchema ReadFunction(string token, JsonElement root) => new()
    {
        Token = token,
        Inputs = ReadProperties(root, "inputs"),
        Outputs = ReadProperties(root, "outputs"),
        Deprecated = Flag(root, "deprecated"),
    };

    private static void ReadType(string token, JsonElement element, List<ObjectSchema> objects, List<EnumSchema> enums)
    {
        if (!element.TryGetProperty("enum", out var kind))
        {
            objects.Add(new ObjectSchema { Token = token, Properties = ReadProperties(element, "properties") });
            return;
        }

        enums.Add(new EnumSchema
        {
            Token = token,
            Kind = ((TypeSchema.Primitive)TypeText.Parse(kind.GetString())).Kind,
            Values = [.. element.GetProperty("values").EnumerateObject().Select(value => new EnumValue(value.Name, value.Value.ToString()))],
        });
    }

    private static OrderedDictionary<string, PropertySchema> ReadProperties(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var properties)) return Nothing;

        var result = new OrderedDictionary<string, PropertySchema>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
            result.Add(property.Name, ReadProperty(property.Value));
        return result;
    }

    private static PropertySchema ReadProperty(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) return PropertyText.Parse(element.GetString()!);

        return PropertyText.Parse(element.GetProperty("is").GetString()!) with
        {
            CSharpName = element.TryGetProperty("name", out var name) ? name.GetString() : null,
            Constant = element.TryGetProperty("const", out var constant) ? constant.GetString() : null,
            Default = element.TryGetProperty("default", out var value) ? value.Clone() : null,
            DefaultFrom = element.TryGetProperty("defaultFrom", out var from) ? [.. from.EnumerateArray().Select(item => item.GetString()!)] : [],
        };
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();
}
