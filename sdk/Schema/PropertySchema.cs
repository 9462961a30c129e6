using System.Text.Json;

namespace Infra.Sdk.Schema;

/// <summary>One input, output or member of a nested type.</summary>
public sealed record PropertySchema
{
    public required TypeSchema Type { get; init; }

    /// <summary>Of an input: must be given. Of an output: is never null.</summary>
    public bool Required { get; init; }

    public bool Secret { get; init; }

    /// <summary>A change replaces the resource. False may also mean that the source of the schema does not say.</summary>
    public bool ReplaceOnChanges { get; init; }

    /// <summary>The SDK itself asks for replacement on a change, by the option of that name.</summary>
    public bool ReplaceOption { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>Given as a plain value, never as an output.</summary>
    public bool Plain { get; init; }

    /// <summary>Of a nested type: the provider always sets it on output, though it need not be given on input.</summary>
    public bool AlwaysSet { get; init; }

    /// <summary>The name in C# where it is not the Pascal case of the property's own.</summary>
    public string? CSharpName { get; init; }

    /// <summary>The one value that there is, e.g. the <c>kind</c> of a Kubernetes object.</summary>
    public string? Constant { get; init; }

    /// <summary>A boolean, number or string that the SDK fills in; null if there is none.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Environment variables that give the default, the first that is set wins.</summary>
    public IReadOnlyList<string> DefaultFrom { get; init; } = [];
}
