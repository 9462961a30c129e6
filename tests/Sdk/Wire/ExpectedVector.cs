using System.Text.Json.Nodes;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Wire;

/// <summary>One recording of tests/Vectors/Expected, and whether a run is the same.</summary>
internal sealed class ExpectedVector
{
    /// <summary>The exit code of a failed program. Such a program stops while requests are under way, so some may be missing.</summary>
    private const int Failed = 32;

    private const string StackUrn = "urn:pulumi:dev::vec::pulumi:pulumi:Stack::vec-dev";

    private readonly JsonObject _expected;
    private readonly JsonObject _racing;

    private ExpectedVector(JsonObject expected)
    {
        _racing = expected["racing"]?.AsObject() ?? [];
        expected.Remove("racing");
        _expected = expected;
    }

    public static IEnumerable<(string Scenario, string Mode)> All { get; } = Directory
        .GetFiles(Repository.Path("tests", "Vectors", "Expected"), "*.json")
        .Select(path => Path.GetFileNameWithoutExtension(path).Split('.'))
        .Select(parts => (parts[0], parts[1]))
        .Order()
        .ToList();

    public static ExpectedVector Of(string scenario, string mode)
    {
        var path = Repository.Path("tests", "Vectors", "Expected", $"{scenario}.{mode}.json");
        return new ExpectedVector(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
    }

    /// <summary>Where the run differs, one line each; empty if it does not.</summary>
    public IReadOnlyList<string> DifferencesTo(JsonObject actual)
    {
        if ((int)_expected["exitCode"]! == Failed) ForgiveRaces(actual);
        return JsonDifference.Between(_expected, actual);
    }

    private void ForgiveRaces(JsonObject actual)
    {
        actual.Remove("supportsFeature");
        _expected.Remove("supportsFeature");
        foreach (var section in (string[])["registerResource", "registerResourceOutputs"])
        {
            var sent = TakeStack(actual, section);
            var expected = TakeStack(_expected, section) ?? TakeStack(_racing, section);
            if (sent is null || expected is null) continue;
            Put(actual, section, sent);
            Put(_expected, section, expected);
        }
    }

    private static JsonNode? TakeStack(JsonObject recording, string section)
    {
        if (recording[section] is not JsonArray list) return null;
        var stack = list.FirstOrDefault(entry => (string?)entry!["urn"] == StackUrn);
        list.Remove(stack);
        if (list.Count == 0) recording.Remove(section);
        return stack;
    }

    private static void Put(JsonObject recording, string section, JsonNode entry)
    {
        if (recording[section] is not JsonArray list) recording[section] = list = [];
        list.Insert(0, entry);
    }
}
