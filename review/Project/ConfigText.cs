using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Project;

/// <summary>Configuration values as the program gets them: plain text, or JSON text for lists and mappings.</summary>
public static class ConfigText
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(PropertyValue value) => value switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Null => "",
        PropertyValue.Secret secret => Of(secret.Plain),
        PropertyValue.List or PropertyValue.Map => ToJson(value),
        PropertyValue.Number number => NumberText(number.Value),
        _ => value.ToString(),
    };

    public static PropertyValue FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => PropertyValue.Bool.True,
        JsonValueKind.False => PropertyValue.Bool.False,
        // What is too large for a number stays as it is written.
        JsonValueKind.Number when !double.IsFinite(element.GetDouble()) => new PropertyValue.Text(element.GetRawText()),
        JsonValueKind.Number => new PropertyValue.Number(element.GetDouble()),
        JsonValueKind.String => new PropertyValue.Text(element.GetString()!),
        JsonValueKind.Array => new PropertyValue.List([.. element.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => new PropertyValue.Map(PropertyDictionary.Of(
            element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, FromJson(property.Value))))),
        _ => PropertyValue.Null.Value,
    };

    public static string ToJson(PropertyValue value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Json)) Write(writer, value);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Map map:
                writer.WriteStartObject();
                foreach (var (name, item) in map.Entries)
                {
                    writer.WritePropertyName(name);
                    Write(writer, item);
                }
                writer.WriteEndObject();
                break;
            case PropertyValue.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case PropertyValue.Bool flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case PropertyValue.Number number:
                writer.WriteRawValue(NumberText(number.Value));
                break;
            case PropertyValue.Secret secret:
                Write(writer, secret.Plain);
                break;
            case PropertyValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static string NumberText(double number) => double.IsInteger(number) && Math.Abs(number) < 1e15
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
