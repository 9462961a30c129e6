using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Infra.Rpc.Messages;

namespace Infra.Tests.Sdk.Wire;

/// <summary>Turns a recording into the form of tests/Vectors/Expected: sorted, without addresses, positions and stack traces.</summary>
internal static partial class Normalization
{
    private static readonly string[] LeftOut =
        ["sourcePosition", "stackTrace", "parentStackTraceHandle", "packageRef", "version", "pluginDownloadURL", "pluginChecksums"];

    public static JsonObject Of(VectorRun run)
    {
        var recording = run.Recording;
        var result = new JsonObject
        {
            ["scenario"] = run.Scenario,
            ["mode"] = run.Mode,
            ["exitCode"] = run.ExitCode,
            ["supportsFeature"] = new JsonArray([.. recording.Features.Distinct().Order(StringComparer.Ordinal).Select(id => JsonValue.Create(id))]),
        };
        if (run.StandardOutput.Length > 0) result["stdout"] = run.StandardOutput;

        Add(result, "log", LogsOf(recording));
        Add(result, "registerResource", OrderedBy("urn", recording.Registrations.Select(entry => WithUrn(entry.Urn, SetOrder.Of(entry.Request)))));
        Add(result, "readResource", OrderedBy("urn", recording.Reads.Select(entry => WithUrn(entry.Urn, SetOrder.Of(entry.Request)))));
        Add(result, "registerResourceOutputs", OrderedBy("urn", recording.Outputs.Select(request => JsonOf(SetOrder.Of(request)))));
        Add(result, "invoke", OrderedBy("tok", recording.Invokes.Select(request => JsonOf(SetOrder.Of(request)))));
        Add(result, "call", OrderedBy("tok", recording.Calls.Select(request => JsonOf(SetOrder.Of(request)))));
        Add(result, "registerResourceHook", OrderedBy("name", recording.Hooks.Select(request => JsonOf(SetOrder.Of(request)))));
        return result;
    }

    private static void Add(JsonObject result, string section, IEnumerable<JsonObject> entries)
    {
        var list = new JsonArray([.. entries]);
        if (list.Count > 0) result[section] = list;
    }

    private static IEnumerable<JsonObject> LogsOf(Recording recording) => recording.Logs
        .Where(log => log.Severity >= LogSeverity.Info)
        .Select(log => new LogRequest(log) { Message = WithoutPlaces(log.Message) })
        .OrderByDescending(log => log.Severity)
        .ThenBy(log => log.Urn, StringComparer.Ordinal)
        .ThenBy(log => log.Message, StringComparer.Ordinal)
        .Select(JsonOf);

    private static IEnumerable<JsonObject> OrderedBy(string key, IEnumerable<JsonObject> entries) => entries
        .OrderBy(entry => (string?)entry[key], StringComparer.Ordinal)
        .ThenBy(entry => entry.ToJsonString(), StringComparer.Ordinal);

    private static JsonObject WithUrn(string urn, IMessage request) => new() { ["request"] = JsonOf(request), ["urn"] = urn };

    private static JsonObject JsonOf(IMessage message)
    {
        var json = JsonNode.Parse(JsonFormatter.Default.Format(message))!.AsObject();
        foreach (var field in LeftOut) json.Remove(field);
        return json;
    }

    private static string WithoutPlaces(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n').Where(line => !StackTraceLine().IsMatch(line)).Select(line => line.TrimEnd());
        var text = RunningProgram().Replace(string.Join('\n', lines).TrimEnd(), "Running program '<program>'");
        return AbsolutePath().Replace(text, "<path>");
    }

    [GeneratedRegex(@"^\s+at |^--- End of")]
    private static partial Regex StackTraceLine();

    [GeneratedRegex("Running program '[^']*'")]
    private static partial Regex RunningProgram();

    [GeneratedRegex(@"(?<![\w/])/[^\s'"":]+\.(cs|dll)")]
    private static partial Regex AbsolutePath();
}
