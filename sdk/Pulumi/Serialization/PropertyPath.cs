using System.Globalization;

namespace Pulumi;

/// <summary>Where a value stands within the arguments of a resource or function; text is made only for errors.</summary>
internal sealed class PropertyPath
{
    private readonly PropertyPath? _outer;
    private readonly string? _name;
    private readonly int _index;

    public PropertyPath(string root) => _name = root;

    private PropertyPath(PropertyPath outer, string? name, int index)
    {
        _outer = outer;
        _name = name;
        _index = index;
    }

    public PropertyPath Member(string name) => new(this, name, 0);

    public PropertyPath Element(int index) => new(this, null, index);

    public override string ToString() =>
        _outer is null ? _name!
        : _name is null ? string.Create(CultureInfo.InvariantCulture, $"{_outer}[{_index}]")
        : $"{_outer}.{_name}";
}
