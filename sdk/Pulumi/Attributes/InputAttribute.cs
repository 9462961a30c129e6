namespace Pulumi;

/// <summary>Marks a field or property of an args class as an input and gives its name on the wire.</summary>
/// <param name="name">Sent as it is.</param>
/// <param name="required">Whether an argument must be given.</param>
/// <param name="json">Whether the value is sent as one string of JSON.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name => name;

    internal bool IsRequired => required;

    internal bool IsJson => json;
}
