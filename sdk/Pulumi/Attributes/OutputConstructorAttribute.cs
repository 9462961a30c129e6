namespace Pulumi;

/// <summary>Marks the constructor by which an output type is made; it need not be public.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
