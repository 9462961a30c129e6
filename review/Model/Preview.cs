using Infra.Policies;
using Infra.Review.Secrets;

namespace Infra.Review.Model;

/// <summary>Everything that a program would make, as the offline engine saw it.</summary>
public sealed record Preview
{
    public required string Project { get; init; }
    public required string Stack { get; init; }

    /// <summary><c>embedded</c>, <c>official</c> or <c>nodejs</c>.</summary>
    public required string Sdk { get; init; }

    /// <summary>Absolute folder of Pulumi.yaml; for reading only, never printed.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>The stack first, then parents before children, siblings in ordinal order of their URNs; default providers are not listed.</summary>
    public required IReadOnlyList<PreviewResource> Resources { get; init; }

    public required PropertyDictionary StackOutputs { get; init; }

    /// <summary>What was logged, sorted by resource, severity and text as arrival order is chance; then what was printed on each stream, as it came.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>What the provider would refuse: rules <c>schema-…</c>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What no report may repeat; null if only the resources themselves can tell.</summary>
    public SecretTexts? Secrets { get; init; }
}
