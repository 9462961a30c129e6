using System.Text.Json;
using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Adding;

/// <summary>A schema file in the Pulumi Package Schema format, as <c>pulumi package get-schema</c> prints it.</summary>
public sealed class FullSchema : IDisposable
{
    private readonly JsonDocument _document;

    private FullSchema(JsonDocument document) => _document = document;

    public string Name => _document.RootElement.GetProperty("name").GetString()!;

    /// <summary>The tokens of all resources, functions and enums: what can be added by name.</summary>
    public IEnumerable<string> Tokens => [.. Section("resources"), .. Section("functions"), .. Section("types").Where(IsEnum)];

    /// <exception cref="GeneratorException">The file is missing or is not such a schema.</exception>
    public static FullSchema Open(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                && document.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Object)
                return new FullSchema(document);

            document.Dispose();
            throw new GeneratorException(
                $"'{path}' is JSON but not a provider schema: it needs an object with 'name' and 'resources'. "
                + "Get one with: pulumi package get-schema aws > aws.json");
        }
        catch (JsonException e)
        {
            throw new GeneratorException($"'{path}' is not a provider schema: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GeneratorException($"Cannot read the schema '{path}': {e.Message} Get one with: pulumi package get-schema aws > aws.json", e);
        }
    }

    public ProviderFacts Facts()
    {
        var root = _document.RootElement;
        var csharp = root.TryGetProperty("language", out var language) && language.TryGetProperty("csharp", out var found) ? found : default;
        var namespaces = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (csharp.ValueKind == JsonValueKind.Object && csharp.TryGetProperty("namespaces", out var listed))
        {
            foreach (var entry in listed.EnumerateObject())
                namespaces[entry.Name] = entry.Value.GetString()!;
        }

        return new ProviderFacts
        {
            Name = Name,
            Version = root.TryGetProperty("version", out var version) ? version.GetString()! : "0.0.0",
            Compatibility = csharp.ValueKind == JsonValueKind.Object && csharp.TryGetProperty("compatibility", out var compatibility)
                ? compatibility.GetString()!
                : "tfbridge20",
            Namespaces = namespaces,
            Resource = root.TryGetProperty("provider", out var provider)
                ? ReadResource("pulumi:providers:" + Name, provider)
                : throw new GeneratorException($"The schema of '{Name}' has no 'provider'. It is needed for the provider's class and configuration."),
        };
    }

    public ResourceSchema? Resource(string token) => Find("resources", token) is { } element ? ReadResource(token, element) : null;

    public FunctionSchema? Function(string token)
    {
        if (Find("functions", token) is not { } element) return null;

        return new FunctionSchema
        {
            Token = token,
            Inputs = element.TryGetProperty("inputs", out var inputs) ? Properties(inputs, "properties", "required") : [],
            Outputs = element.TryGetProperty("outputs", out var outputs) ? Properties(outputs, "properties", "required") : [],
            Deprecated = element.TryGetProperty("deprecationMessage", out _),
        };
    }

    public ObjectSchema? ObjectType(string token)
    {
        if (Find("types", token) is not { } element || element.TryGetProperty("enum", out _)) return null;

        return new ObjectSchema { Token = token, Properties = Properties(element, "properties", "required") };
    }

    public EnumSchema? EnumType(string token)
    {
        if (Find("types", token) is not { } element || !element.TryGetProperty("enum", out var values)) return null;

        return new EnumSchema
        {
            Token = token,
            Kind = element.GetProperty("type").GetString() switch
            {
                "string" => PrimitiveKind.String,
                "integer" => PrimitiveKind.Integer,
                "number" => PrimitiveKind.Number,
                var other => throw new GeneratorException($"The enum '{token}' is of type '{other}'; string, integer and number can be generated."),
            },
            Values = [.. values.EnumerateArray().Select(value => FullSchemaProperty.EnumValue(token, value))],
        };
    }

    public void Dispose() => _document.Dispose();

    private ResourceSchema ReadResource(string token, JsonElement element) => new()
    {
        Token = token,
        Inputs = Properties(element, "inputProperties", "requiredInputs"),
        Outputs = Properties(element, "properties", "required"),
        Aliases = element.TryGetProperty("aliases", out var aliases)
            ? [.. aliases.EnumerateArray().Select(alias => alias.GetProperty("type").GetString()!)]
            : [],
        Deprecated = element.TryGetProperty("deprecationMessage", out _),
        IsComponent = element.TryGetProperty("isComponent", out var component) && component.GetBoolean(),
        IsOverlay = element.TryGetProperty("isOverlay", out var overlay) && overlay.GetBoolean(),
    };

    private OrderedDictionary<string, PropertySchema> Properties(JsonElement owner, string properties, string required)
    {
        var result = new OrderedDictionary<string, PropertySchema>(StringComparer.Ordinal);
        if (!owner.TryGetProperty(properties, out var listed)) return result;

        var requiredNames = Names(owner, required);
        var alwaysSet = owner.TryGetProperty("language", out var language) && language.TryGetProperty("nodejs", out var nodejs)
            ? Names(nodejs, "requiredOutputs")
            : [];
        foreach (var property in listed.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            result.Add(property.Name, FullSchemaProperty.Read(property.Value, IsEnum) with
            {
                Required = requiredNames.Contains(property.Name),
                AlwaysSet = alwaysSet.Contains(property.Name) && !requiredNames.Contains(property.Name),
            });
        }

        return result;
    }

    private bool IsEnum(string token) => Find("types", token) is { } type && type.TryGetProperty("enum", out _);

    private static HashSet<string> Names(JsonElement owner, string list) =>
        owner.TryGetProperty(list, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    private JsonElement? Find(string section, string token) =>
        _document.RootElement.TryGetProperty(section, out var members) && members.TryGetProperty(token, out var member) ? member : null;

    private IEnumerable<string> Section(string name) =>
        _document.RootElement.TryGetProperty(name, out var members) ? members.EnumerateObject().Select(member => member.Name) : [];
}
