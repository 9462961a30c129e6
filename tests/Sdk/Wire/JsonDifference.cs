using System.Text.Json.Nodes;

namespace Infra.Tests.Sdk.Wire;

/// <summary>Compares parsed JSON: the order of keys and the spelling of numbers do not count.</summary>
internal static class JsonDifference
{
    /// <summary>One line for each place that differs, with the path, what was expected and what came.</summary>
    public static IReadOnlyList<string> Between(JsonNode expected, JsonNode actual) => [.. Compare("$", expected, actual)];

    private static IEnumerable<string> Compare(string path, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => CompareObjects(path, left, right),
        (JsonArray left, JsonArray right) => CompareLists(path, left, right),
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: expected {Show(expected)} but got {Show(actual)}"],
    };

    private static IEnumerable<string> CompareObjects(string path, JsonObject expected, JsonObject actual)
    {
        foreach (var key in expected.Select(entry => entry.Key).Union(actual.Select(entry => entry.Key)).Order(StringComparer.Ordinal))
        {
            var here = $"{path}.{key}";
            if (!actual.ContainsKey(key)) yield return $"{here}: missing, expected {Show(expected[key])}";
            else if (!expected.ContainsKey(key)) yield return $"{here}: not expected, got {Show(actual[key])}";
            else foreach (var difference in Compare(here, expected[key], actual[key])) yield return difference;
        }
    }

    private static IEnumerable<string> CompareLists(string path, JsonArray expected, JsonArray actual)
    {
        // Entries with a URN are told apart by it, so that one missing resource is one difference.
        if (HasUrns(expected) && HasUrns(actual)) return CompareObjects(path, ByUrn(expected), ByUrn(actual));

        var differences = Enumerable.Range(0, Math.Min(expected.Count, actual.Count))
            .SelectMany(index => Compare($"{path}[{index}]", expected[index], actual[index]));
        var missing = expected.Skip(actual.Count).Select(entry => $"{path}: missing entry {Show(entry)}");
        var surplus = actual.Skip(expected.Count).Select(entry => $"{path}: entry not expected {Show(entry)}");
        return differences.Concat(missing).Concat(surplus);
    }

    private static bool HasUrns(JsonArray list)
    {
        var urns = list.Select(entry => entry is JsonObject item ? (string?)item["urn"] : null).ToList();
        return urns.All(urn => urn is not null) && urns.Distinct().Count() == urns.Count;
    }

    private static JsonObject ByUrn(JsonArray list) =>
        new(list.Select(entry => KeyValuePair.Create($"[{(string)entry!["urn"]!}]", (JsonNode?)entry.DeepClone())));

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 600 ? text : $"{text[..600]}…";
    }
}
