namespace Pulumi;

/// <summary>Says which resource type a class stands for, so that references to such a resource become instances of it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type => type;

    public string? Version => version;
}
