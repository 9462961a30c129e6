using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Gathers the facts of many outputs into those of one.</summary>
internal sealed class OutputFacts
{
    private ImmutableHashSet<Resource> _only = OutputData.NoDependencies;
    private ImmutableHashSet<Resource>.Builder? _many;

    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    public ImmutableHashSet<Resource> Dependencies => _many?.ToImmutable() ?? _only;

    public void Add(OutputData data)
    {
        IsKnown &= data.IsKnown;
        IsSecret |= data.IsSecret;
        if (data.Dependencies.Count == 0 || ReferenceEquals(data.Dependencies, _only)) return;
        if (_many is null && _only.Count == 0)
        {
            _only = data.Dependencies;
            return;
        }

        _many ??= _only.ToBuilder();
        _many.UnionWith(data.Dependencies);
    }

    public OutputData<T> With<T>(T value) => new(value, IsKnown, IsSecret, Dependencies);
}
