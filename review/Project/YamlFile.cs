using Infra.Review.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using BoundedYaml = Infra.Policies.BoundedYaml;
using Nearest = Infra.Policies.Nearest;

namespace Infra.Review.Project;

/// <summary>One YAML file with the places of everything in it.</summary>
public sealed class YamlFile
{
    private readonly YamlMappingNode? _root;

    private YamlFile(string path, string name, YamlMappingNode? root)
    {
        Path = path;
        Name = name;
        _root = root;
    }

    public string Path { get; }

    /// <summary>Name without the folder, as errors show it.</summary>
    public string Name { get; }

    public IEnumerable<YamlEntry> Entries => _root is null ? [] : EntriesOf(_root);

    /// <exception cref="UserException">The file cannot be read, or is no YAML, or no mapping.</exception>
    public static YamlFile Read(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var (text, last) = ("", Mark.Empty);
        try
        {
            text = File.ReadAllText(path);
            var parser = new Parser(new StringReader(text));
            var stream = new YamlStream();
            try
            {
                stream.Load(new BoundedYaml(parser));
            }
            finally
            {
                last = parser.Current?.End ?? last;
            }
            return stream.Documents.Select(document => document.RootNode).ToArray() switch
            {
                [] => new YamlFile(path, name, root: null),
                [YamlMappingNode root] => new YamlFile(path, name, root),
                [YamlScalarNode { Value: null or "" }] => new YamlFile(path, name, root: null),
                [var other] => throw Malformed(name, other.Start, $"expected 'key: value' lines, found {Describe(other)}"),
                [_, var second, ..] => throw Malformed(name, second.Start, "a second document begins here; only one is read"),
            };
        }
        catch (YamlException exception)
        {
            var detail = exception.InnerException?.Message ?? exception.Message;
            if (detail.Contains(" tab ", StringComparison.Ordinal) && FirstTab(text, last) is var (line, column))
                throw Malformed(name, line, column, "malformed YAML: a tab stands where only spaces may; indent with spaces");
            throw Malformed(name, exception.Start, $"malformed YAML: {WithoutPosition(detail).TrimEnd('.')}");
        }
        catch (InvalidOperationException)
        {
            // The library trips over some malformed texts, such as a list that is never closed, and tells no position.
            throw Malformed(name, last, "malformed YAML: what follows cannot be read; look for a bracket, brace or quote that is not closed");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException(ExitCode.Configuration, $"{name} cannot be read: {exception.Message}");
        }
    }

    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>Adds keys that are not known but look like a known one that is missing; others are left to Pulumi, which ignores them.</summary>
    public void CheckKeys(IReadOnlyList<string> known, Problems problems)
    {
        var missing = known.Where(key => Find(key) is null).ToArray();
        foreach (var entry in Entries.Where(entry => !known.Contains(entry.Key)))
            if (Nearest.Of(entry.Key, missing) is { } near)
                problems.Add(entry.Place, $"{entry.Key} is no key of this file; write '{near}' if that is meant");
    }

    public string PlaceOf(YamlNode node) => PlaceOf(Name, node.Start);

    public IEnumerable<YamlEntry> EntriesOf(YamlMappingNode mapping) => mapping.Children.Select(child =>
        new YamlEntry(child.Key is YamlScalarNode { Value: { } key } ? key : child.Key.ToString(), child.Value, PlaceOf(Name, child.Key.Start)));

    /// <summary>What a reader would call it: a text, a number, a list.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        YamlScalarNode scalar => YamlScalars.Resolve(scalar) switch
        {
            PropertyValue.Null => "nothing",
            PropertyValue.Bool flag => $"the boolean {flag}",
            PropertyValue.Number number => $"the number {number}",
            var text => $"the text '{text}'",
        },
        _ => "something else",
    };

    private static UserException Malformed(string name, Mark mark, string detail) =>
        Malformed(name, mark.Line, mark.Column, detail);

    private static UserException Malformed(string name, long line, long column, string detail) =>
        new(ExitCode.Configuration, $"{PlaceOf(name, line, column)}: {detail}.");

    // The library tells where the mapping begins that a tab breaks, be it a hundred lines above.
    private static (int Line, int Column)? FirstTab(string text, Mark after)
    {
        var line = 0;
        foreach (var written in text.Split('\n'))
        {
            line++;
            var column = written.Length - written.TrimStart(' ').Length;
            if (line >= after.Line && column < written.Length && written[column] == '\t' && !string.IsNullOrWhiteSpace(written)) return (line, column + 1);
        }

        return null;
    }

    private static string PlaceOf(string name, Mark mark) => PlaceOf(name, mark.Line, mark.Column);

    private static string PlaceOf(string name, long line, long column) => FormattableString.Invariant($"{name}:{line}:{column}");

    // The library repeats the position in its text.
    private static string WithoutPosition(string message)
    {
        var end = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[(end + 3)..];
    }
}

/// <summary>One line of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value, of any shape.</param>
/// <param name="Place">File, line and column of the key, as errors show it.</param>
public sealed record YamlEntry(string Key, YamlNode Value, string Place)
{
    /// <summary>The value if it is a text, number or boolean, as it is written.</summary>
    public string? Text => Value is YamlScalarNode scalar && YamlScalars.Resolve(scalar) is not PropertyValue.Null ? scalar.Value : null;
}
