namespace Infra.Sdk.Generator.Generating;

/// <summary>The forms in which one nested type may be needed on the way in.</summary>
public enum InputShape
{
    /// <summary>Below a resource's arguments: <c>XArgs</c>, members are inputs.</summary>
    Args,

    /// <summary>Below a resource's state: <c>XGetArgs</c>, members are inputs.</summary>
    State,

    /// <summary>Below the plain arguments of a function: <c>XArgs</c>, members are values.</summary>
    Plain,

    /// <summary>Below a function's arguments that may be outputs: <c>XInputArgs</c>, members are inputs.</summary>
    FunctionInput,
}
