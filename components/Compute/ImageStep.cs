using System.Text;
using Infra.Facts;

namespace Infra.Components.Compute;

/// <summary>A part of an image: what is done to the base, and how to see that it worked.</summary>
public sealed record ImageStep
{
    /// <summary>Characters of a document.</summary>
    public const int MaximumDocument = ImageDocuments.LongestInline;

    /// <summary>Names the component; frozen.</summary>
    public required string Key { get; init; }

    /// <summary>A shell script that root runs once, while the image is made.</summary>
    public required string Build { get; init; }

    /// <summary>A shell script that fails where the step did not work; no image is published then.</summary>
    public required string Validate { get; init; }

    /// <summary>The step as Image Builder reads it.</summary>
    public string Document =>
        $"name: {Key}\nschemaVersion: 1.0\nphases:\n{Phase("build", Build)}{Phase("validate", Validate)}";

    public IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Key))
            yield return $"Step '{Key}': its key names a resource; expected are lower-case words joined by hyphens.";
        if (string.IsNullOrWhiteSpace(Build))
            yield return $"Step '{Key}': Build is empty; expected is a shell script.";
        if (string.IsNullOrWhiteSpace(Validate))
            yield return $"Step '{Key}': Validate is empty; expected is a shell script that fails where the step did not work.";
        if (Document.Length > MaximumDocument)
            yield return $"Step '{Key}': its document has {Document.Length} characters; allowed are {MaximumDocument}. Split the step.";
    }

    private static string Phase(string name, string script)
    {
        var text = new StringBuilder(
            $"  - name: {name}\n    steps:\n      - name: run\n        action: ExecuteBash\n        inputs:\n          commands:\n            - |\n");
        foreach (var line in script.TrimEnd('\n').Split('\n'))
            text.Append(line.Length == 0 ? "\n" : $"              {line}\n");
        return text.ToString();
    }
}
