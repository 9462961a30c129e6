namespace Pulumi;

/// <summary>Gives the wire name of an output constructor's parameter where it is not the parameter's own name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name => name;
}
