using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <inheritdoc/>
public class InvokeOutputOptions : InvokeOptions
{
    [field: MaybeNull]
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
