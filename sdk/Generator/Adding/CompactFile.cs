using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Sdk.Schema;
using Properties = System.Collections.Generic.IReadOnlyDictionary<string, Infra.Sdk.Schema.PropertySchema>;

namespace Infra.Sdk.Generator.Adding;

/// <summary>The text of one compact file: two spaces, one line per plain property, names in ordinal order, a newline at the end.</summary>
internal static class CompactFile
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string OfProvider(ProviderFacts facts, Catalog catalog, IEnumerable<string> nested) => Write(json =>
    {
        json.WriteString("provider", facts.Name);
        json.WriteString("version", facts.Version);
        json.WriteString("compatibility", facts.Compatibility);
        json.WriteStartObject("namespaces");
        foreach (var (module, name) in facts.Namespaces.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            json.WriteString(module, name);
        json.WriteEndObject();
        WriteProperties(json, "inputs", facts.Resource.Inputs);
        WriteProperties(json, "outputs", facts.Resource.Outputs);
        WriteNested(json, catalog, nested);
    });

    public static string OfResource(ResourceSchema resource, Catalog catalog, IEnumerable<string> nested) => Write(json =>
    {
        json.WriteString("resource", resource.Token);
        WriteFlag(json, "deprecated", resource.Deprecated);
        WriteFlag(json, "component", resource.IsComponent);
        WriteFlag(json, "overlay", resource.IsOverlay);
        WriteList(json, "aliases", resource.Aliases);
        WriteProperties(json, "inputs", resource.Inputs);
        WriteProperties(json, "outputs", resource.Outputs);
        WriteNested(json, catalog, nested);
    });

    public static string OfFunction(FunctionSchema function, Catalog catalog, IEnumerable<string> nested) => Write(json =>
    {
        json.WriteString("function", function.Token);
        WriteFlag(json, "deprecated", function.Deprecated);
        WriteProperties(json, "inputs", function.Inputs);
        WriteProperties(json, "outputs", function.Outputs);
        WriteNested(json, catalog, nested);
    });

    public static string OfSharedType(string token, Catalog catalog) => Write(json =>
    {
        json.WriteString("type", token);
        WriteType(json, token, catalog);
    });

    private static void WriteNested(Utf8JsonWriter json, Catalog catalog, IEnumerable<string> tokens)
    {
        var sorted = tokens.Order(StringComparer.Ordinal).ToList();
        if (sorted.Count == 0) return;

        json.WriteStartObject("types");
        foreach (var token in sorted)
        {
            json.WriteStartObject(token);
            WriteType(json, token, catalog);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, string token, Catalog catalog)
    {
        if (!catalog.Enums.TryGetValue(token, out var named))
        {
            WriteProperties(json, "properties", catalog.Objects[token].Properties);
            return;
        }

        json.WriteString("enum", TypeText.Format(new TypeSchema.Primitive(named.Kind)));
        json.WriteStartObject("values");
        foreach (var value in named.Values)
            json.WriteString(value.Name, value.Value);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, string name, Properties properties)
    {
        json.WriteStartObject(name);
        foreach (var (key, property) in properties.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            WriteProperty(json, key, property);
        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, string key, PropertySchema property)
    {
        var text = PropertyText.Format(property);
        if (property is { CSharpName: null, Constant: null, Default: null, DefaultFrom.Count: 0 })
        {
            json.WriteString(key, text);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("is", text);
        if (property.CSharpName is { } name) json.WriteString("name", name);
        if (property.Constant is { } constant) json.WriteString("const", constant);
        if (property.Default is { } value)
        {
            json.WritePropertyName("default");
            value.WriteTo(json);
        }

        WriteList(json, "defaultFrom", property.DefaultFrom);
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        if (value) json.WriteBoolean(name, true);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;

        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) + "\n";
    }
}
