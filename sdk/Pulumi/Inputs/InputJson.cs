using System.Text.Json;

namespace Pulumi;

/// <summary>An input of any JSON, given as text or as a parsed document.</summary>
public sealed class InputJson : Input<JsonElement>
{
    public InputJson()
        : this(default(JsonElement))
    {
    }

    private InputJson(JsonElement value)
        : base(value)
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    public static implicit operator InputJson(string json) => json is null ? null! : new(Parse(json));

    public static implicit operator InputJson(JsonDocument document) => document is null ? null! : new(document.RootElement);

    public static implicit operator InputJson(JsonElement element) => new(element);

    public static implicit operator InputJson(Output<string> json) => json is null ? null! : new(json.Apply(Parse));

    public static implicit operator InputJson(Output<JsonDocument> document) =>
        document is null ? null! : new(document.Apply(parsed => parsed.RootElement));

    public static implicit operator InputJson(Output<JsonElement> element) => element is null ? null! : new(element);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
