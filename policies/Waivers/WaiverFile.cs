using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Policies;

/// <summary>The waivers of a project: one YAML file beside Pulumi.yaml.</summary>
public static class WaiverFile
{
    public const string Name = "infra.waivers.yaml";

    private static readonly string[] Required = ["rule", "urn", "reason", "owner", "expires"];
    private static readonly string[] Known = [.. Required, "fingerprint"];

    /// <param name="projectFolder">The folder of Pulumi.yaml; without the file there are no waivers.</param>
    /// <param name="rules">The rules that there are.</param>
    /// <param name="today">In UTC.</param>
    /// <exception cref="WaiverException">The file is malformed or a waiver in it is: everything that is wrong with it.</exception>
    public static WaiverList Read(string projectFolder, IReadOnlyList<Rule> rules, DateOnly today)
    {
        var path = Path.Combine(projectFolder, Name);
        if (!File.Exists(path)) return WaiverList.None;

        var problems = new WaiverProblems();
        var waivers = new List<Waiver>();
        var stacks = ProjectStacks.Of(projectFolder);
        foreach (var entry in EntriesOf(Load(path), problems))
        {
            if (Read(entry, problems) is not { } waiver) continue;
            problems.Add(waiver, rules, today, stacks);
            waivers.Add(waiver);
        }

        problems.ThrowIfAny($"{Name} is wrong");
        return WaiverList.Of(waivers, rules, today);
    }

    /// <summary>The nearest folder, from this one upwards, with a Pulumi.yaml; null if there is none.</summary>
    public static string? ProjectFolderAbove(string folder)
    {
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
            if (File.Exists(Path.Combine(current, "Pulumi.yaml")) || File.Exists(Path.Combine(current, "Pulumi.yml")))
                return current;
        return null;
    }

    private static YamlNode? Load(string path)
    {
        var last = Mark.Empty;
        try
        {
            using var reader = new StreamReader(path);
            var parser = new Parser(reader);
            var stream = new YamlStream();
            try
            {
                stream.Load(new BoundedYaml(parser));
            }
            finally
            {
                last = parser.Current?.End ?? last;
            }

            if (stream.Documents.Count > 1) throw Malformed(stream.Documents[1].RootNode.Start, "a second document begins here; only one is read");
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException exception)
        {
            throw Malformed(exception.Start, $"malformed YAML: {exception.Message.TrimEnd('.')}");
        }
        catch (InvalidOperationException)
        {
            // The library trips over some malformed texts and tells no position.
            throw Malformed(last, "malformed YAML: what follows cannot be read; look for a bracket, brace or quote that is not closed");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WaiverException($"{Name} cannot be read: {exception.Message}");
        }
    }

    private static IEnumerable<YamlNode> EntriesOf(YamlNode? root, WaiverProblems problems)
    {
        const string Expected = "expected 'waivers:' and a list below it";
        if (root is null or YamlScalarNode { Value: null or "" }) return [];
        if (root is not YamlMappingNode mapping)
        {
            problems.Add(PlaceOf(root.Start), Expected);
            return [];
        }

        foreach (var (key, _) in mapping.Children.Where(child => child.Key.ToString() != "waivers"))
            problems.Add(PlaceOf(key.Start), $"'{key}' is not known here; {Expected}");
        if (!mapping.Children.TryGetValue("waivers", out var list) || list is YamlScalarNode { Value: null or "" }) return [];
        if (list is YamlSequenceNode entries) return entries.Children;
        problems.Add(PlaceOf(list.Start), $"waivers is no list; {Expected}");
        return [];
    }

    private static Waiver? Read(YamlNode entry, WaiverProblems problems)
    {
        if (entry is not YamlMappingNode mapping)
        {
            problems.Add(PlaceOf(entry.Start), $"a waiver has {string.Join(", ", Required)}, each on a line 'name: value'");
            return null;
        }

        foreach (var (key, _) in mapping.Children.Where(child => !Known.Contains(child.Key.ToString())))
            problems.Add(PlaceOf(key.Start), $"a waiver has no '{key}'; known are {string.Join(", ", Known)}");
        foreach (var (key, value) in mapping.Children.Where(child => Known.Contains(child.Key.ToString()) && child.Value is not YamlScalarNode))
            problems.Add(PlaceOf(value.Start), $"{key} is a list or a mapping; expected a text: a waiver is for one rule and one resource");

        var given = mapping.Children.Where(child => child.Value is YamlScalarNode { Value: { Length: > 0 } })
            .ToDictionary(child => child.Key.ToString(), child => ((YamlScalarNode)child.Value).Value!, StringComparer.Ordinal);
        var missing = Required.Where(name => !given.ContainsKey(name) && Scalar(mapping, name)).ToList();
        if (missing.Count > 0) problems.Add(PlaceOf(mapping.Start), $"the waiver lacks {string.Join(", ", missing)}");

        DateOnly expires = default;
        var isDated = given.TryGetValue("expires", out var date)
            && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out expires);
        if (date is not null && !isDated)
            problems.Add(PlaceOf(mapping.Children["expires"].Start), $"expires is '{date}'; expected a day such as 2027-01-31");
        return !isDated || Required.Any(name => !given.ContainsKey(name)) ? null : new()
        {
            Rule = given["rule"],
            Urn = given["urn"],
            Fingerprint = given.GetValueOrDefault("fingerprint"),
            Reason = given["reason"],
            Owner = given["owner"],
            Expires = expires,
            Source = new(Name, (int)mapping.Start.Line),
        };
    }

    // One of another shape has been told already.
    private static bool Scalar(YamlMappingNode mapping, string name) => !mapping.Children.TryGetValue(name, out var value) || value is YamlScalarNode;

    private static WaiverException Malformed(Mark mark, string detail) => new($"{PlaceOf(mark)}: {detail}.");

    private static string PlaceOf(Mark mark) => FormattableString.Invariant($"{Name}:{mark.Line}:{mark.Column}");
}
