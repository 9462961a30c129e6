using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Describes C# types to a schema and gathers the objects among them.</summary>
internal sealed class SchemaTypes(string package, SchemaProblems problems)
{
    private static readonly Dictionary<Type, TypeSpec> Simple = new()
    {
        [typeof(string)] = new() { Type = "string" },
        [typeof(int)] = new() { Type = "integer" },
        [typeof(long)] = new() { Type = "integer" },
        [typeof(double)] = new() { Type = "number" },
        [typeof(float)] = new() { Type = "number" },
        [typeof(bool)] = new() { Type = "boolean" },
        [typeof(object)] = new() { Ref = "pulumi.json#/Any" },
        [typeof(Asset)] = new() { Ref = "pulumi.json#/Asset" },
        [typeof(Archive)] = new() { Ref = "pulumi.json#/Archive" },
    };

    private readonly SchemaObjects _objects = new(package, problems);

    public SchemaProblems Problems => problems;

    /// <summary>The objects that were met, by token; classes of one token that differ become a problem.</summary>
    public ImmutableSortedDictionary<string, ObjectTypeSpec> ObjectSpecs() => _objects.Specs();

    /// <summary>The type as the schema tells it; null, and a problem, if it cannot.</summary>
    /// <param name="label">The member, for the problem.</param>
    public TypeSpec? Describe(Type type, string label, MemberPlace place)
    {
        var wrapper = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (place == MemberPlace.Input)
        {
            if (wrapper == typeof(Input<>)) return DescribeValue(ArgumentOf(type), label, place);
            if (wrapper == typeof(InputList<>)) return ListOf(DescribeValue(ArgumentOf(type), label, place));
            if (wrapper == typeof(InputMap<>)) return MapOf(DescribeValue(ArgumentOf(type), label, place));
            return DescribeValue(type, label, place) is { } spec ? spec with { Plain = true } : null;
        }

        var isOutput = place == MemberPlace.Output && wrapper == typeof(Output<>);
        return DescribeValue(isOutput ? ArgumentOf(type) : type, label, MemberPlace.WithinOutput);
    }

    private TypeSpec? DescribeValue(Type type, string label, MemberPlace place)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple.TryGetValue(type, out var simple)) return simple;
        if (ElementOf(type) is { } element) return ListOf(Describe(element, label, place));
        if (KeyAndValueOf(type) is [var key, var value])
        {
            if (key == typeof(string)) return MapOf(Describe(value, label, place));
            problems.Add($"{label}: a dictionary has keys of type string, not {key}");
            return null;
        }

        if (SchemaObjects.IsObject(type)) return new() { Ref = _objects.ReferenceTo(type, this, place) };
        problems.Add(
            $"{label}: {type} is not a type of a schema; use string, int, long, double, float, bool, object, Asset, Archive, T[], List<T>, IList<T>, "
            + "Dictionary<string, T>, IDictionary<string, T>, or a class of such members (Input<T>, InputList<T>, InputMap<T> around them in arguments, "
            + "Output<T> around a component's properties)");
        return null;
    }

    private static Type? ElementOf(Type type) =>
        type.IsSZArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is var list && (list == typeof(List<>) || list == typeof(IList<>)) ? ArgumentOf(type)
        : null;

    private static Type[]? KeyAndValueOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var map && (map == typeof(Dictionary<,>) || map == typeof(IDictionary<,>))
            ? type.GetGenericArguments()
            : null;

    private static Type ArgumentOf(Type type) => type.GetGenericArguments()[0];

    private static TypeSpec? ListOf(TypeSpec? item) => item is null ? null : new() { Type = "array", Items = item };

    private static TypeSpec? MapOf(TypeSpec? value) => value is null ? null : new() { Type = "object", AdditionalProperties = value };
}
