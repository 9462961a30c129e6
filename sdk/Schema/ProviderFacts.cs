namespace Infra.Sdk.Schema;

/// <summary>What holds for a provider as a whole.</summary>
public sealed record ProviderFacts
{
    public required string Name { get; init; }

    /// <summary>The version of the provider that the schema describes.</summary>
    public required string Version { get; init; }

    /// <summary>How C# names are laid out: <c>tfbridge20</c> or <c>kubernetes20</c>.</summary>
    public required string Compatibility { get; init; }

    /// <summary>C# namespaces (below <c>Pulumi.&lt;Provider&gt;</c>) by module, where they are not the Pascal case of it.</summary>
    public required IReadOnlyDictionary<string, string> Namespaces { get; init; }

    /// <summary>The provider as a resource: token <c>pulumi:providers:&lt;name&gt;</c>, its configuration as inputs.</summary>
    public required ResourceSchema Resource { get; init; }
}
