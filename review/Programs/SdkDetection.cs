using System.Text.Json;

namespace Infra.Review.Programs;

/// <summary>Tells which Pulumi SDK an assembly was built with, from the list of its dependencies.</summary>
public static class SdkDetection
{
    public const string Embedded = "embedded";
    public const string Official = "official";

    public static string Of(string assemblyPath)
    {
        var path = Path.ChangeExtension(assemblyPath, ".deps.json");
        if (!File.Exists(path)) return Official;

        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("libraries").EnumerateObject()
            .Any(library => library.Name.StartsWith("Pulumi/", StringComparison.Ordinal) && library.Value.GetProperty("type").GetString() == "project")
            ? Embedded
            : Official;
    }
}
