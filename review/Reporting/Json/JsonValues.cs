using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Policies;
using Infra.Review.Model;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Review.Reporting.Json;

/// <summary>How values look in JSON; the same in every report.</summary>
internal static class JsonValues
{
    // Up to here a double holds every integer exactly.
    private const double LargestInteger = 9_007_199_254_740_992;

    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteProperties(this Utf8JsonWriter writer, string name, PropertyDictionary properties)
    {
        writer.WritePropertyName(name);
        writer.WriteProperties(properties);
    }

    public static void WriteValue(this Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Null:
                writer.WriteNullValue();
                break;
            case PropertyValue.Bool boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case PropertyValue.Number number:
                WriteNumber(writer, number.Value);
                break;
            case PropertyValue.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items) writer.WriteValue(item);
                writer.WriteEndArray();
                break;
            case PropertyValue.Map map:
                writer.WriteProperties(map.Entries);
                break;
            case PropertyValue.Asset asset:
                WriteAsset(writer, asset);
                break;
            case PropertyValue.Reference reference:
                writer.WriteStartObject();
                writer.WriteString("urn", reference.Urn);
                if (reference.Id is not null)
                {
                    writer.WritePropertyName("id");
                    writer.WriteValue(reference.Id);
                }
                writer.WriteEndObject();
                break;
            default:
                // Texts, and the marks [secret] and [unknown].
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void WriteSource(this Utf8JsonWriter writer, SourceLocation? source)
    {
        if (source is null)
        {
            writer.WriteNull("source");
            return;
        }
        writer.WriteStartObject("source");
        writer.WriteString("file", source.File);
        writer.WriteNumber("line", source.Line);
        writer.WriteEndObject();
    }

    private static void WriteProperties(this Utf8JsonWriter writer, PropertyDictionary properties)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number)) writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        else if (Math.Abs(number) <= LargestInteger && Math.Floor(number) == number) writer.WriteNumberValue((long)number);
        else writer.WriteNumberValue(number);
    }

    private static void WriteAsset(Utf8JsonWriter writer, PropertyValue.Asset asset)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(asset.IsArchive ? "archive" : "asset");
        if (asset.Assets is not null) writer.WriteProperties("assets", asset.Assets);
        if (asset.Path is not null) writer.WriteString("path", asset.Path);
        if (asset.Content is not null) writer.WriteString("text", asset.Content);
        if (asset.Uri is not null) writer.WriteString("uri", asset.Uri);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
