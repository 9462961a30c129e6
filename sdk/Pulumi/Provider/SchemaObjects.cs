using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Experimental.Provider;

/// <summary>The classes of nested objects, each described once, in the order in which they are met.</summary>
internal sealed class SchemaObjects(string package, SchemaProblems problems)
{
    private readonly List<Type> _met = [];
    private readonly Dictionary<Type, ObjectTypeSpec> _specs = [];

    /// <summary>Whether it is a class of the package's own, neither a resource nor something of the runtime or the SDK.</summary>
    public static bool IsObject(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsArray: false, IsGenericType: false }
        && type.Assembly != typeof(Resource).Assembly
        && type.Namespace?.Split('.')[0] != "System"
        && !typeof(Resource).IsAssignableFrom(type)
        && !typeof(Delegate).IsAssignableFrom(type);

    public string ReferenceTo(Type type, SchemaTypes types, MemberPlace place)
    {
        if (!_met.Contains(type))
        {
            _met.Add(type);
            var end = typeof(ResourceArgs).IsAssignableFrom(type) ? typeof(ResourceArgs) : typeof(object);
            var members = SchemaMembers.Of(type, end, types, place);
            _specs.Add(type, new() { Properties = members.Types, Required = members.Required });
        }

        return $"#/types/{TokenOf(type)}";
    }

    public ImmutableSortedDictionary<string, ObjectTypeSpec> Specs()
    {
        var specs = ImmutableSortedDictionary.CreateBuilder<string, ObjectTypeSpec>(StringComparer.Ordinal);
        foreach (var classes in _met.GroupBy(TokenOf, StringComparer.Ordinal))
        {
            var first = classes.First();
            specs.Add(classes.Key, _specs[first]);
            foreach (var other in classes.Skip(1).Where(other => Text(_specs[other]) != Text(_specs[first])))
                problems.Add($"{other.FullName} and {first.FullName} are both the type {classes.Key} but differ: make them alike or rename one");
        }

        return specs.ToImmutable();
    }

    private string TokenOf(Type type)
    {
        const string Suffix = "Args";
        var name = type.Name;
        if (name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)) name = name[..^Suffix.Length];
        return $"{package}:index:{name}";
    }

    // What is plain is a matter of inputs alone: the same object among the outputs has no wrappers to tell it by.
    private static string Text(ObjectTypeSpec spec) => JsonSerializer.Serialize(spec with
    {
        Properties = spec.Properties.ToImmutableSortedDictionary(pair => pair.Key, pair => WithoutPlain(pair.Value), StringComparer.Ordinal),
    });

    private static TypeSpec WithoutPlain(TypeSpec type) => type with
    {
        Plain = false,
        Items = type.Items is null ? null : WithoutPlain(type.Items),
        AdditionalProperties = type.AdditionalProperties is null ? null : WithoutPlain(type.AdditionalProperties),
    };
}
