using System.Text.Json.Nodes;
using Infra.Review.Model;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>One statement of <c>getPolicyDocument</c> in IAM's own form.</summary>
internal static class PolicyStatement
{
    public static JsonObject Render(FunctionCall given, string path)
    {
        var effect = given.Text("effect") ?? "Allow";
        if (effect is not ("Allow" or "Deny")) throw new FunctionException($"{path}.effect", $"{path}.effect is '{effect}'; allowed are Allow and Deny");

        var statement = new JsonObject();
        Set(statement, "Sid", given.Text("sid") is { Length: > 0 } sid ? JsonValue.Create(sid) : null);
        Set(statement, "Effect", JsonValue.Create(effect));
        Set(statement, "Action", Set(given.Texts("actions")));
        Set(statement, "NotAction", Set(given.Texts("notActions")));
        Set(statement, "Resource", Set(given.Texts("resources").Select(WithVariables)));
        Set(statement, "NotResource", Set(given.Texts("notResources").Select(WithVariables)));
        Set(statement, "Principal", Principals(given, "principals"));
        Set(statement, "NotPrincipal", Principals(given, "notPrincipals"));
        Set(statement, "Condition", Conditions(given));
        return statement;
    }

    private static void Set(JsonObject statement, string name, JsonNode? value)
    {
        if (value is not null) statement[name] = value;
    }

    private static JsonNode? Set(IEnumerable<string> values) => List(values.OrderDescending(StringComparer.Ordinal));

    private static JsonNode? List(IEnumerable<string> values) => values.ToArray() switch
    {
        [] => null,
        [var one] => JsonValue.Create(one),
        var several => new JsonArray([.. several.Select(value => JsonValue.Create(value))]),
    };

    // {"AWS": "*"} is not shortened: in the trust policy of a role it is allowed, and "*" is not.
    private static JsonNode? Principals(FunctionCall given, string name)
    {
        var principals = Entries(given, name)
            .Select(entry => (Type: entry.RequiredText("type"), Identifiers: entry.Texts("identifiers").Select(WithVariables).ToArray()))
            .ToArray();
        if (principals is [("*", ["*"])]) return JsonValue.Create("*");
        return Sorted(principals
            .GroupBy(principal => principal.Type, StringComparer.Ordinal)
            .Select(group => (group.Key, Set(group.SelectMany(principal => principal.Identifiers)))));
    }

    private static JsonObject? Conditions(FunctionCall given) => Sorted(Entries(given, "conditions")
        .Select(entry => (Test: entry.RequiredText("test"), Variable: entry.RequiredText("variable"), Values: entry.Texts("values").Select(WithVariables)))
        .GroupBy(condition => condition.Test, StringComparer.Ordinal)
        .Select(test => (test.Key, (JsonNode?)Sorted(test
            .GroupBy(condition => condition.Variable, StringComparer.Ordinal)
            .Select(variable => (variable.Key, List(variable.SelectMany(condition => condition.Values))))))));

    private static JsonObject? Sorted(IEnumerable<(string Name, JsonNode? Value)> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Name, entry.Value)).ToArray();
        return sorted.Length == 0 ? null : new JsonObject(sorted);
    }

    private static IEnumerable<FunctionCall> Entries(FunctionCall given, string name) =>
        given.Items(name).OfType<PropertyValue.Map>().Select(entry => given with { Arguments = entry.Entries });

    private static string WithVariables(string text) => text.Replace("&{", "${", StringComparison.Ordinal);
}
