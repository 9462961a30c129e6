using Infra.Policies;

namespace Infra.Review.Model;

/// <summary>One resource as the program registered it, and what the engine answered.</summary>
public sealed record PreviewResource
{
    public required string Urn { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }

    /// <summary>False for components and the stack.</summary>
    public required bool Custom { get; init; }

    /// <summary>True for a component whose children a provider's plugin would make, which an offline run cannot see.</summary>
    public bool Remote { get; init; }

    /// <summary>True when the program reads an existing resource rather than making one.</summary>
    public bool Read { get; init; }

    /// <summary>URN of the parent; null for the stack alone.</summary>
    public string? Parent { get; init; }

    /// <summary>URN of the provider resource, explicit or <c>default</c>; null for components.</summary>
    public string? Provider { get; init; }

    /// <summary>The physical id, synthesized, given (reads, imports) or unknown; null for components.</summary>
    public PropertyValue? Id { get; init; }

    public required PropertyDictionary Inputs { get; init; }

    /// <summary>Inputs and computed outputs; what a component or the stack registered.</summary>
    public required PropertyDictionary Outputs { get; init; }

    /// <summary>URNs, each once, in ordinal order.</summary>
    public required IReadOnlyList<string> Dependencies { get; init; }

    /// <summary>For each input that depends on resources, their URNs; names and URNs in ordinal order.</summary>
    public required IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> PropertyDependencies { get; init; }

    public required PreviewResourceOptions Options { get; init; }

    /// <summary>The innermost line of the user's own code.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The lines of user code that led there, innermost first; empty when the SDK sends none.</summary>
    public IReadOnlyList<SourceLocation> SourceChain { get; init; } = [];
}
