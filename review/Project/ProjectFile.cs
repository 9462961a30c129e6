using Infra.Review.Model;
using YamlDotNet.RepresentationModel;

namespace Infra.Review.Project;

/// <summary>Pulumi.yaml: what the program is, where it lies, and which configuration it takes.</summary>
public sealed record ProjectFile
{
    public const string FileName = "Pulumi.yaml";

    // https://www.pulumi.com/docs/iac/concepts/projects/project-file/, read 2026-11-21
    private static readonly string[] Keys =
    [
        "author", "backend", "config", "description", "license", "main", "name", "options", "packages", "plugins", "requiredPulumiVersion", "runtime",
        "stackConfigDir", "template", "website",
    ];

    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    public required string Name { get; init; }

    /// <summary><c>dotnet</c>, <c>nodejs</c>, …: as written.</summary>
    public required string Runtime { get; init; }

    public required string RuntimePlace { get; init; }

    /// <summary><c>runtime.options.binary</c>: a program that is built already.</summary>
    public string? Binary { get; init; }

    /// <summary>File or folder of the program, relative to the project's folder; null means the folder itself.</summary>
    public string? Main { get; init; }

    public string MainPlace { get; init; } = FileName;

    /// <summary>Where Pulumi.&lt;stack&gt;.yaml files lie; absolute.</summary>
    public required string StackFolder { get; init; }

    public required IReadOnlyList<ConfigDeclaration> Config { get; init; }

    /// <summary>Reads the Pulumi.yaml of this folder or the nearest one above.</summary>
    /// <exception cref="UserException">There is none, or it is wrong.</exception>
    public static ProjectFile Find(string folder)
    {
        var start = Path.GetFullPath(folder);
        for (var current = start; current is not null; current = Path.GetDirectoryName(current))
            if (Candidates(current).FirstOrDefault(File.Exists) is { } path)
                return Read(path);
        throw new UserException(ExitCode.Configuration,
            $"There is no {FileName} in {start} or any folder above it. Run the command inside a Pulumi project, or name its folder with --project.");
    }

    private static IEnumerable<string> Candidates(string folder) =>
        new[] { FileName, "Pulumi.yml" }.Select(name => Path.Combine(folder, name));

    private static ProjectFile Read(string path)
    {
        var file = YamlFile.Read(path);
        var folder = Path.GetDirectoryName(path)!;
        var problems = new Problems();
        file.CheckKeys(Keys, problems);
        var name = RequiredText(file, "name", problems);
        var isName = name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
        if (name.Length > 0 && !isName)
            problems.Add(file.Find("name")!.Place, $"name is '{name}'; a project's name has letters, digits, '-', '_' and '.' only");
        var (runtime, binary) = ReadRuntime(file, problems);
        var config = file.Find("config");
        // Without a name no key can be told to be the project's own.
        var declarations = isName && config?.Value is YamlMappingNode mapping
            ? ConfigDeclaration.ReadAll(file, mapping, name, problems)
            : [];
        if (config is not null && config.Value is not YamlMappingNode && config.Text is null && YamlScalars.Read(config.Value) is not PropertyValue.Null)
            problems.Add(config.Place, $"config is {YamlFile.Describe(config.Value)}; expected a mapping of keys");
        problems.ThrowIfAny($"{file.Name} is wrong");

        var main = OptionalText(file, "main", problems);
        var stackFolder = OptionalText(file, "stackConfigDir", problems) ?? config?.Text;
        problems.ThrowIfAny($"{file.Name} is wrong");
        return new ProjectFile
        {
            Folder = folder,
            Name = name,
            Runtime = runtime,
            RuntimePlace = file.Find("runtime")!.Place,
            Binary = binary,
            Main = main,
            MainPlace = file.Find("main")?.Place ?? file.Name,
            StackFolder = stackFolder is null ? folder : Path.GetFullPath(Path.Combine(folder, stackFolder)),
            Config = declarations,
        };
    }

    private static (string Runtime, string? Binary) ReadRuntime(YamlFile file, Problems problems)
    {
        if (file.Find("runtime") is not { Value: YamlMappingNode mapping } entry) return (RequiredText(file, "runtime", problems), null);

        var entries = file.EntriesOf(mapping).ToArray();
        var name = entries.FirstOrDefault(inner => inner.Key == "name")?.Text;
        if (name is null) problems.Add(entry.Place, "runtime has no name; expected for example 'name: dotnet'");

        var options = entries.FirstOrDefault(inner => inner.Key == "options");
        if (options is null) return (name ?? "", null);
        if (options.Value is YamlMappingNode values)
            return (name ?? "", file.EntriesOf(values).FirstOrDefault(inner => inner.Key == "binary")?.Text);

        problems.Add(options.Place, $"runtime.options is {YamlFile.Describe(options.Value)}; expected a mapping");
        return (name ?? "", null);
    }

    private static string RequiredText(YamlFile file, string key, Problems problems)
    {
        var text = OptionalText(file, key, problems);
        if (text is null && file.Find(key)?.Value is not (YamlMappingNode or YamlSequenceNode))
            problems.Add(file.Find(key)?.Place ?? file.Name, $"the project has no {key}; add a line such as '{key}: {(key == "name" ? "shop" : "dotnet")}'");
        return text ?? "";
    }

    private static string? OptionalText(YamlFile file, string key, Problems problems)
    {
        var entry = file.Find(key);
        if (entry?.Value is YamlMappingNode or YamlSequenceNode)
            problems.Add(entry.Place, $"{key} is {YamlFile.Describe(entry.Value)}; expected a text");
        return entry?.Text;
    }
}
