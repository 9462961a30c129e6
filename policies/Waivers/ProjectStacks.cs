using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Policies;

/// <summary>What the files of a project tell of its URNs.</summary>
/// <param name="Project">Null if Pulumi.yaml is missing or does not say.</param>
/// <param name="Stacks">Those with a Pulumi.&lt;stack&gt;.yaml, in ordinal order.</param>
internal sealed record ProjectStacks(string? Project, IReadOnlyList<string> Stacks)
{
    private static readonly string[] Names = ["Pulumi.yaml", "Pulumi.yml"];

    public static ProjectStacks Of(string folder)
    {
        var (project, settings) = Read(folder);
        return new(project, NamesIn(settings is null ? folder : Path.Combine(folder, settings)));
    }

    /// <summary>What is wrong with the stack and the project of a URN, as far as the files tell.</summary>
    public IEnumerable<string> Reject(string urn)
    {
        var parts = urn.Split("::");
        var (stack, project) = (parts[0].Split(':')[^1], parts.ElementAtOrDefault(1));
        if (Stacks.Count > 0 && !Stacks.Contains(stack))
            yield return $"urn is of stack '{stack}', which has no Pulumi.{stack}.yaml; stacks are {string.Join(", ", Stacks)}{Meant(stack, Stacks)}";
        if (Project is not null && project is not null && project != Project)
            yield return $"urn is of project '{project}'; this project is {Project}";
    }

    private static string Meant(string given, IReadOnlyList<string> known) => Nearest.Of(given, known) is { } nearest ? $"; the nearest is {nearest}" : "";

    // Whoever runs the program says what is wrong with a Pulumi.yaml.
    private static (string? Project, string? Settings) Read(string folder)
    {
        var file = Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (file is null) return (null, null);
        try
        {
            using var reader = new StreamReader(file);
            var stream = new YamlStream();
            stream.Load(new BoundedYaml(new Parser(reader)));
            var root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode as YamlMappingNode;
            return (TextOf(root, "name"), TextOf(root, "stackConfigDir") ?? TextOf(root, "config"));
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return (null, null);
        }
    }

    private static string? TextOf(YamlMappingNode? root, string key) =>
        root is not null && root.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    private static string[] NamesIn(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "Pulumi.*.y*ml")
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Select(file => Path.GetFileNameWithoutExtension(file)["Pulumi.".Length..])
            .Distinct()
            .Order(StringComparer.Ordinal)];
}
