using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Adding;

/// <summary>All that the compact files hold of one provider, by token.</summary>
public sealed record Catalog
{
    public required ProviderFacts Facts { get; init; }
    public SortedDictionary<string, ResourceSchema> Resources { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, FunctionSchema> Functions { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, ObjectSchema> Objects { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, EnumSchema> Enums { get; } = new(StringComparer.Ordinal);

    public static Catalog Of(ProviderSchema schema)
    {
        var catalog = new Catalog { Facts = schema.Facts };
        foreach (var resource in schema.Resources())
            catalog.Resources.Add(resource.Token, resource);
        foreach (var function in schema.Functions())
            catalog.Functions.Add(function.Token, function);
        foreach (var type in schema.Types())
            catalog.Objects.Add(type.Token, type);
        foreach (var type in schema.Enums())
            catalog.Enums.Add(type.Token, type);
        return catalog;
    }

    /// <summary>The tokens of all nested types that are reached from some properties.</summary>
    public IReadOnlySet<string> Reach(IEnumerable<PropertySchema> properties)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var property in properties)
            Reach(property.Type, reached);
        return reached;
    }

    private void Reach(TypeSchema type, SortedSet<string> reached)
    {
        foreach (var token in Tokens(type))
        {
            if (!reached.Add(token) || !Objects.TryGetValue(token, out var nested)) continue;

            foreach (var property in nested.Properties.Values)
                Reach(property.Type, reached);
        }
    }

    /// <summary>The tokens that stand in a type itself.</summary>
    public static IEnumerable<string> Tokens(TypeSchema type) => type switch
    {
        TypeSchema.List list => Tokens(list.Element),
        TypeSchema.Map map => Tokens(map.Element),
        TypeSchema.Object nested => [nested.Token],
        TypeSchema.Enum nested => [nested.Token],
        TypeSchema.Union union => union.Cases.SelectMany(Tokens),
        _ => [],
    };
}
