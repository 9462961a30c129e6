namespace Pulumi.Experimental.Provider;

/// <summary>Where a value stands in a component, which decides how it may be wrapped.</summary>
internal enum MemberPlace
{
    /// <summary>Anywhere in the arguments: <c>Input</c> wraps what need not be plain.</summary>
    Input,

    /// <summary>A property of the component: <c>Output</c> wraps it.</summary>
    Output,

    /// <summary>Within an output: nothing is wrapped.</summary>
    WithinOutput,
}
