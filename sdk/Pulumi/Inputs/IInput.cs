namespace Pulumi;

/// <summary>An input whose type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>What is to be serialized: the plain value, an <see cref="IOutput"/>, or a list or dictionary of inputs.</summary>
    object? Content { get; }

    /// <summary>The input as one output with plain values inside.</summary>
    IOutput AsOutput();
}
