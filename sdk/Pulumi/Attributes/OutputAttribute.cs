namespace Pulumi;

/// <summary>Marks a property of a resource as an output.</summary>
/// <param name="name">Its name on the wire; the property's own name if absent.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name => name;
}
