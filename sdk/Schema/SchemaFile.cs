namespace Infra.Sdk.Schema;

/// <summary>
/// What one compact file holds: a provider, a resource, a function, or one shared type; the first three with the nested types that only they reach.
/// </summary>
internal sealed record SchemaFile
{
    public ProviderFacts? Provider { get; init; }
    public ResourceSchema? Resource { get; init; }
    public FunctionSchema? Function { get; init; }
    public IReadOnlyList<ObjectSchema> Objects { get; init; } = [];
    public IReadOnlyList<EnumSchema> Enums { get; init; } = [];
}
