using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>Policy documents laid over each other: the highest version, the last id, and of each sid the last statement, where the first stood.</summary>
internal sealed class MergedPolicy
{
    private static readonly JsonSerializerOptions Indented = Format(indented: true);
    private static readonly JsonSerializerOptions Minified = Format(indented: false);

    private readonly List<JsonObject> _statements = [];
    private string? _version;
    private string? _id;

    public void Add(PolicyPart part)
    {
        if (string.CompareOrdinal(part.Version, _version) > 0) _version = part.Version;
        if (!string.IsNullOrEmpty(part.Id)) _id = part.Id;
        foreach (var statement in part.Statements)
        {
            var sid = PolicyPart.SidOf(statement);
            var same = sid is null ? -1 : _statements.FindIndex(known => PolicyPart.SidOf(known) == sid);
            if (same < 0) _statements.Add(statement);
            else _statements[same] = statement;
        }
    }

    public string ToJson(bool indented)
    {
        var document = new JsonObject();
        if (_version is not null) document["Version"] = _version;
        if (_id is not null) document["Id"] = _id;
        if (_statements.Count > 0) document["Statement"] = new JsonArray([.. _statements.Select(statement => statement.DeepClone())]);
        // The provider escapes these three and nothing else that is printable.
        return document.ToJsonString(indented ? Indented : Minified)
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
    }

    private static JsonSerializerOptions Format(bool indented) => new()
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
