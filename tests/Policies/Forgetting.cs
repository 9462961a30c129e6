using System.Text.Json.Nodes;

namespace Infra.Tests.Policies;

internal static class Forgetting
{
    /// <summary>The JSON with each of its values replaced in turn by an unknown one, computed from those resources whose names are within it.</summary>
    public static IEnumerable<(string TopLevel, string Path, string Json)> OneValue(string json, IReadOnlyList<string> resources)
    {
        var places = Places(JsonNode.Parse(json)!).Count();
        for (var index = 0; index < places; index++)
        {
            var root = JsonNode.Parse(json)!;
            var place = Places(root).ElementAt(index);
            var path = place.GetPath();
            var named = Texts(place).SelectMany(text => resources.Where(name =>
                Mentions(text, name) || (text.StartsWith("<unknown", StringComparison.Ordinal) && text.Trim('>').Split(':').Contains(name))));
            place.ReplaceWith($"<{string.Join(':', named.Prepend("unknown"))}>");
            yield return (path.Split('.', '[')[1], path, root.ToJsonString());
        }
    }

    // What the provider fills in is nothing that a program could come to know later.
    private static bool IsGiven(JsonNode value) => value is not JsonObject members || !members.ContainsKey("<computed>");

    // What is marked secret is a value as a whole.
    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject members when members.ContainsKey("<secret>") => [],
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().Where(IsGiven)
            .SelectMany(value => Places(value).Append(value)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(item => Places(item).Append(item)),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Texts),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsOfName(text[at - 1])) && (end == text.Length || !IsOfName(text[end]))) return true;
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
}
