namespace Pulumi;

/// <summary>One case of a union: the discriminator's value and the type of the object.</summary>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    public string Tag => tag;

    public Type Type => type;
}
