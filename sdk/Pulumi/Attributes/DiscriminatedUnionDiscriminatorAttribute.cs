namespace Pulumi;

/// <summary>Names the property that says which case of a union an object is.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string discriminator) : Attribute
{
    public string Discriminator => discriminator;
}
