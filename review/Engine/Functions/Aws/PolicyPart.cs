using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>One document among those that make a policy.</summary>
internal sealed record PolicyPart(string? Version, string? Id, IReadOnlyList<JsonObject> Statements)
{
    private static readonly string[] Members =
        ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition"];

    public static string? SidOf(JsonObject statement) =>
        statement["Sid"] is JsonValue value && value.TryGetValue<string>(out var sid) && sid.Length > 0 ? sid : null;

    /// <exception cref="FunctionException">The text is no policy.</exception>
    public static PolicyPart Parse(string json, string path)
    {
        var document = ParseObject(json, path);
        var statements = document["Statement"] switch
        {
            JsonArray list when list.All(item => item is JsonObject) => list.Cast<JsonObject>(),
            JsonObject one => [one],
            null => [],
            _ => throw new FunctionException(path, $"{path}: Statement must be a list of statements"),
        };
        return new PolicyPart(TextOf(document, "Version", path), TextOf(document, "Id", path), [.. statements.Select(statement => InOrder(statement, path))]);
    }

    private static JsonObject ParseObject(string json, string path)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new FunctionException(path, $"{path} must be a JSON object with Version and Statement");
        }
        catch (JsonException failure)
        {
            throw new FunctionException(path, $"{path} is no JSON: {failure.Message}");
        }
    }

    private static string? TextOf(JsonObject document, string name, string path) => document[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FunctionException(path, $"{path}: {name} must be a text"),
    };

    private static JsonObject InOrder(JsonObject statement, string path)
    {
        var unknown = statement.Select(entry => entry.Key).FirstOrDefault(name => !Members.Contains(name));
        if (unknown is not null)
            throw new FunctionException(path, $"{path}: a statement has no '{unknown}'; known are {string.Join(", ", Members)}");

        return new JsonObject(Members
            .Where(name => statement[name] is not null)
            .Select(name => KeyValuePair.Create(name, statement[name]?.DeepClone())));
    }
}
