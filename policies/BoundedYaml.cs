using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Policies;

/// <summary>Refuses YAML that has no end to read: a value within itself, aliases that multiply, brackets within brackets.</summary>
public sealed class BoundedYaml(IParser parser) : IParser
{
    private const int DeepestNesting = 64;
    private const int MostValues = 100_000;

    private readonly Dictionary<AnchorName, int> _sizes = [];
    private readonly Stack<(NodeEvent Start, int ValuesBefore)> _open = [];
    private int _values;

    public ParsingEvent? Current => parser.Current;

    /// <exception cref="YamlException">What comes next is refused, or no YAML; with its place.</exception>
    public bool MoveNext()
    {
        if (!parser.MoveNext()) return false;
        switch (parser.Current)
        {
            case AnchorAlias alias:
                Count(alias, SizeOf(alias));
                break;
            case Scalar scalar:
                Count(scalar, 1);
                Keep(scalar, 1);
                break;
            case NodeEvent start and (MappingStart or SequenceStart):
                Open(start);
                break;
            case MappingEnd or SequenceEnd:
                var (begun, before) = _open.Pop();
                Keep(begun, _values - before);
                break;
        }
        return true;
    }

    private void Open(NodeEvent start)
    {
        if (_open.Count == DeepestNesting) throw Refused(start, $"lists and mappings stand within one another more than {DeepestNesting} deep");
        _open.Push((start, _values));
        Count(start, 1);
    }

    private int SizeOf(AnchorAlias alias)
    {
        var name = alias.Value;
        if (_open.Any(open => open.Start.Anchor == name)) throw Refused(alias, $"'*{name}' stands within '&{name}', the value that it repeats");
        return _sizes.TryGetValue(name, out var size) ? size : throw Refused(alias, $"'*{name}' repeats a value, and no '&{name}' is before it");
    }

    private void Count(ParsingEvent place, int values)
    {
        _values += values;
        if (_values > MostValues)
            throw Refused(place, FormattableString.Invariant($"with what its aliases repeat, the file has more than {MostValues:N0} values"));
    }

    private void Keep(NodeEvent node, int size)
    {
        if (!node.Anchor.IsEmpty) _sizes[node.Anchor] = size;
    }

    private static YamlException Refused(ParsingEvent place, string problem) => new(place.Start, place.End, problem);
}
