namespace Pulumi;

/// <summary>Marks a class that is made from an object in a resource's state or a function's result.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
