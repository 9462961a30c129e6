namespace Pulumi;

/// <summary>An output of another stack: in one of the two according to whether it is secret, in neither if there is none.</summary>
public sealed class StackReferenceOutputDetails
{
    public object? Value { get; init; }

    public object? SecretValue { get; init; }
}
