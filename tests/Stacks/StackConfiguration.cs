using System.Globalization;
using System.Text.Json;
using Infra.Tests.Testing;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Stacks;

/// <summary>Configuration values by full key, as the engine hands them to a program: lists and objects as JSON.</summary>
internal sealed class StackConfiguration : Dictionary<string, string>
{
    /// <summary>The committed configuration of a stack over the defaults of the project.</summary>
    public static StackConfiguration Of(string stack)
    {
        var configuration = new StackConfiguration();
        foreach (var (key, declaration) in Read("Pulumi.yaml"))
            if (declaration is YamlMappingNode members && members.Children.TryGetValue("default", out var value))
                configuration[key] = TextOf(value);
        foreach (var (key, value) in Read($"Pulumi.{stack}.yaml"))
            configuration[key] = TextOf(value);
        return configuration;
    }

    /// <summary>What Pulumi.yaml says of each key.</summary>
    public static IReadOnlyDictionary<string, YamlMappingNode> Declarations() =>
        Read("Pulumi.yaml").ToDictionary(entry => entry.Key, entry => (YamlMappingNode)entry.Value);

    public string? Find(string key) => this.GetValueOrDefault(key);

    private static IEnumerable<(string Key, YamlNode Value)> Read(string file)
    {
        var yaml = new YamlStream();
        using var text = new StreamReader(Repository.Path(file));
        yaml.Load(text);
        var config = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["config"];
        return config.Children.Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value));
    }

    private static string TextOf(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value! : JsonSerializer.Serialize(ValueOf(node));

    private static object ValueOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ValueOf(entry.Value)),
        YamlSequenceNode sequence => sequence.Children.Select(ValueOf).ToList(),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar
            when long.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((YamlScalarNode)node).Value!,
    };
}
