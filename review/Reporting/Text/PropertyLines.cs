using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Reporting.Text;

/// <summary>A value as lines of a path and a text: <c>tags.Name</c>, <c>subnets[0]</c>; documents and scripts over several lines.</summary>
internal static class PropertyLines
{
    private static readonly JsonSerializerOptions Spread = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<(string Path, string Text)> Of(string path, PropertyValue value) => value switch
    {
        PropertyValue.Map { Entries.Count: > 0 } map => map.Entries.SelectMany(entry => Of($"{path}.{entry.Key}", entry.Value)),
        PropertyValue.List { Items.Count: > 0 } list => list.Items.SelectMany(
            (item, index) => Of($"{path}[{index.ToString(CultureInfo.InvariantCulture)}]", item)),
        PropertyValue.Text text => Block(path, text.Value),
        _ => [(path, value.ToString())],
    };

    private static IEnumerable<(string Path, string Text)> Block(string path, string text)
    {
        var lines = SpreadOut(text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return lines.Select((line, index) => (index == 0 ? path : "", line));
    }

    private static string SpreadOut(string text)
    {
        if (text.Length == 0) return "\"\"";
        if (text[0] is not ('{' or '[')) return text;
        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(document.RootElement, Spread);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
