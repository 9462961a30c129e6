using Infra.Review.Model;
using YamlDotNet.RepresentationModel;
using Nearest = Infra.Policies.Nearest;

namespace Infra.Review.Project;

/// <summary>One value that a stack's file or the command line gives.</summary>
/// <param name="Key">With namespace.</param>
/// <param name="Value">Encrypted parts are placeholders, marked secret.</param>
/// <param name="Place">File, line and column, or the argument.</param>
public sealed record ConfigSetting(string Key, PropertyValue Value, string Place);

/// <summary>Pulumi.&lt;stack&gt;.yaml.</summary>
public sealed record StackFile
{
    // https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/, read 2026-11-21
    private static readonly string[] Keys = ["config", "encryptedkey", "encryptionsalt", "environment", "secretsprovider"];

    public required string Name { get; init; }
    public required IReadOnlyList<ConfigSetting> Settings { get; init; }

    /// <summary>The stack imports values from Pulumi ESC, which lie in Pulumi's cloud.</summary>
    public required bool HasEnvironment { get; init; }

    /// <summary>Reads the stack's file; wrong values are added to <paramref name="problems"/>.</summary>
    /// <exception cref="UserException">There is no such stack, or its file is malformed.</exception>
    public static StackFile Read(ProjectFile project, string stack, Problems problems)
    {
        var known = KnownStacks(project);
        if (!known.Contains(stack, StringComparer.Ordinal)) throw Unknown(project, stack, known);

        var path = Path.Combine(project.StackFolder, $"Pulumi.{stack}.yaml");
        var file = YamlFile.Read(File.Exists(path) ? path : Path.ChangeExtension(path, ".yml"));
        file.CheckKeys(Keys, problems);
        return new StackFile
        {
            Name = file.Name,
            Settings = ReadSettings(file, project, problems),
            HasEnvironment = file.Find("environment") is not null,
        };
    }

    private static string[] KnownStacks(ProjectFile project) => !Directory.Exists(project.StackFolder)
        ? []
        : [.. Directory.EnumerateFiles(project.StackFolder, "Pulumi.*")
            .Select(Path.GetFileName)
            .OfType<string>()
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name)["Pulumi".Length..].TrimStart('.'))
            .Where(name => name.Length > 0)
            .Order(StringComparer.Ordinal)];

    private static UserException Unknown(ProjectFile project, string stack, string[] known)
    {
        var folder = Path.GetRelativePath(project.Folder, project.StackFolder) is "." ? "" : $" in {Path.GetRelativePath(project.Folder, project.StackFolder)}";
        var list = known.Length == 0 ? $"There are no Pulumi.<stack>.yaml files{folder} yet" : $"Known are {string.Join(", ", known)}";
        var nearest = Nearest.Of(stack, known) is { } near ? $" Did you mean '{near}'?" : "";
        return new UserException(ExitCode.Configuration,
            $"Project '{project.Name}' has no stack '{stack}': no Pulumi.{stack}.yaml{folder}. {list}.{nearest}");
    }

    private static IReadOnlyList<ConfigSetting> ReadSettings(YamlFile file, ProjectFile project, Problems problems)
    {
        var config = file.Find("config");
        if (config is null || YamlScalars.Read(config.Value) is PropertyValue.Null) return [];
        if (config.Value is YamlMappingNode mapping)
            return [.. file.EntriesOf(mapping).Select(entry => ReadSetting(entry, project, problems)).OfType<ConfigSetting>()];

        problems.Add(config.Place, $"config is {YamlFile.Describe(config.Value)}; expected a mapping such as '{project.Name}:key: value'");
        return [];
    }

    private static ConfigSetting? ReadSetting(YamlEntry entry, ProjectFile project, Problems problems)
    {
        var key = ConfigDeclaration.WithNamespace(entry.Key, project.Name);
        if (YamlScalars.LooksOctal(entry.Value))
        {
            problems.Add(entry.Place, $"{key} is {entry.Value}, which begins with a zero and would be read as an octal number; put it in quotes");
            return null;
        }
        if (YamlScalars.Read(entry.Value) is not PropertyValue.Null) return new ConfigSetting(key, WithPlaceholders(entry.Value, key), entry.Place);

        problems.Add(entry.Place, $"{key} has no value; give one or delete the line");
        return null;
    }

    // What is encrypted cannot be read here and must not be: a text stands in for it, a secret from now on.
    private static PropertyValue WithPlaceholders(YamlNode node, string key) => node switch
    {
        YamlMappingNode { Children.Count: 1 } mapping when mapping.Children.Keys.First() is YamlScalarNode { Value: "secure" } =>
            new PropertyValue.Secret(new PropertyValue.Text(SecretPlaceholder.For(key))),
        YamlMappingNode mapping => new PropertyValue.Map(PropertyDictionary.Of(mapping.Children.Select(child =>
            KeyValuePair.Create(child.Key.ToString(), WithPlaceholders(child.Value, $"{key}.{child.Key}"))))),
        YamlSequenceNode list => new PropertyValue.List([.. list.Children.Select((child, index) => WithPlaceholders(child, $"{key}.{index}"))]),
        _ => YamlScalars.Read(node),
    };
}
