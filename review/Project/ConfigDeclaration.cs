using Infra.Review.Model;
using YamlDotNet.RepresentationModel;
using Nearest = Infra.Policies.Nearest;

namespace Infra.Review.Project;

/// <summary>One key of <c>config:</c> in Pulumi.yaml.</summary>
/// <param name="Key">With namespace, for example <c>infra:zones</c>.</param>
/// <param name="Type">Null for keys of other namespaces, and for <c>key: value</c> lines.</param>
/// <param name="Default">Taken when the stack does not set the key; null means there is none.</param>
/// <param name="Secret">The stack must set it encrypted.</param>
/// <param name="Description">For readers.</param>
/// <param name="Place">File, line and column.</param>
public sealed record ConfigDeclaration(string Key, ConfigType? Type, PropertyValue? Default, bool Secret, string? Description, string Place)
{
    private static readonly string[] Members = ["type", "description", "default", "value", "items", "secret"];

    public static string WithNamespace(string key, string project)
    {
        var parts = key.Split(':');
        return parts switch
        {
            [_] => $"{project}:{key}",
            [var ns, "config", .. var rest] when rest.Length > 0 => $"{ns}:{string.Join(':', rest)}",
            _ => key,
        };
    }

    public static IReadOnlyList<ConfigDeclaration> ReadAll(YamlFile file, YamlMappingNode config, string project, Problems problems)
    {
        var declarations = file.EntriesOf(config).Select(entry => Read(file, entry, project, problems)).ToArray();
        foreach (var twice in declarations.GroupBy(declaration => declaration.Key).Where(group => group.Count() > 1))
            problems.Add(twice.Last().Place, $"{twice.Key} is declared twice, first at {twice.First().Place}");
        var foreign = file.EntriesOf(config).Where(entry => IsDeclaredAbroad(entry, project));
        foreach (var ns in foreign.GroupBy(entry => WithNamespace(entry.Key, project).Split(':')[0]))
            problems.Add(ns.First().Place, RefusalOf(ns.Key, [.. ns], project));
        return declarations;
    }

    private static ConfigDeclaration Read(YamlFile file, YamlEntry entry, string project, Problems problems)
    {
        var key = WithNamespace(entry.Key, project);
        if (entry.Value is not YamlMappingNode mapping)
        {
            CheckOctal(entry, problems);
            var value = YamlScalars.Read(entry.Value);
            return new(key, Type: null, value is PropertyValue.Null ? null : value, Secret: false, Description: null, entry.Place);
        }

        var members = file.EntriesOf(mapping).ToDictionary(member => member.Key, StringComparer.Ordinal);
        foreach (var member in members.Values.Where(member => !Members.Contains(member.Key)))
            problems.Add(member.Place, $"{key} has no '{member.Key}'; known are {string.Join(", ", Members)}{Hint(member.Key)}");
        var own = key.StartsWith($"{project}:", StringComparison.Ordinal);
        if (members.ContainsKey("default") && members.TryGetValue("value", out var second))
            problems.Add(second.Place, $"{key} has both a default and a value; give one");

        var given = members.GetValueOrDefault("default") ?? members.GetValueOrDefault("value");
        if (given is not null) CheckOctal(given, problems);
        var type = own ? ReadType(file, members, problems, key) : null;
        var fallback = given is null || YamlScalars.Read(given.Value) is PropertyValue.Null ? null : YamlScalars.Read(given.Value);
        if (fallback is not null && type is not null && !type.Accepts(fallback))
            problems.Add(given!.Place, $"the {given.Key} of {key} is {YamlFile.Describe(given.Value)}; its type is {type}");
        return new(key, type, fallback, ReadSecret(members, problems, key), members.GetValueOrDefault("description")?.Text, entry.Place);
    }

    private static bool IsDeclaredAbroad(YamlEntry entry, string project) =>
        entry.Value is YamlMappingNode mapping
        && mapping.Children.Keys.Any(member => member is YamlScalarNode { Value: "default" or "type" })
        && !WithNamespace(entry.Key, project).StartsWith($"{project}:", StringComparison.Ordinal);

    private static string RefusalOf(string ns, IReadOnlyList<YamlEntry> entries, string project) =>
        (entries.Count == 1 ? $"{entries[0].Key} belongs" : FormattableString.Invariant($"{entries[0].Key} and {entries.Count - 1} more belong"))
        + $" to the namespace {ns}, which is not this project's, and takes 'value' only, no 'type' or 'default'; "
        + $"write '{project}:…' if the project's own are meant";

    private static ConfigType ReadType(YamlFile file, Dictionary<string, YamlEntry> members, Problems problems, string key)
    {
        if (!members.TryGetValue("type", out var type)) return ConfigType.Text;
        if (type.Text is null || ConfigType.KindOf(type.Text) is not { } kind)
        {
            problems.Add(type.Place, $"the type of {key} is {YamlFile.Describe(type.Value)}; known are {ConfigType.Allowed}");
            return ConfigType.Text;
        }
        if (kind is not ConfigKind.List) return new ConfigType(kind);
        if (!members.TryGetValue("items", out var items))
        {
            problems.Add(type.Place, $"{key} is an array without items; add for example 'items: {{ type: string }}'");
            return new ConfigType(kind);
        }
        if (items.Value is YamlMappingNode mapping)
            return new ConfigType(kind, ReadType(
                file, file.EntriesOf(mapping).ToDictionary(member => member.Key, StringComparer.Ordinal), problems, $"items of {key}"));

        problems.Add(items.Place, $"items of {key} is {YamlFile.Describe(items.Value)}; expected for example {{ type: string }}");
        return new ConfigType(kind);
    }

    private static bool ReadSecret(Dictionary<string, YamlEntry> members, Problems problems, string key)
    {
        if (!members.TryGetValue("secret", out var secret)) return false;
        if (YamlScalars.Read(secret.Value) is PropertyValue.Bool flag) return flag.Value;

        problems.Add(secret.Place, $"secret of {key} is {YamlFile.Describe(secret.Value)}; expected true or false");
        return false;
    }

    private static void CheckOctal(YamlEntry entry, Problems problems)
    {
        if (YamlScalars.LooksOctal(entry.Value))
            problems.Add(entry.Place, $"{entry.Value} begins with a zero and would be read as an octal number; put it in quotes");
    }

    private static string Hint(string given) => Nearest.Of(given, Members) is { } nearest ? $"; did you mean '{nearest}'?" : "";
}
