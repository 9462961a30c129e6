using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Experimental.Provider;

/// <summary>The members of a class as a schema tells them.</summary>
/// <param name="Required">Names of the inputs that must be given, of the outputs that always have a value.</param>
internal sealed record SchemaMembers(ImmutableSortedDictionary<string, TypeSpec> Types, ImmutableSortedSet<string> Required)
{
    /// <param name="end">Neither the members of this class count nor those of the classes that it derives from.</param>
    public static SchemaMembers Of(Type type, Type end, SchemaTypes types, MemberPlace place)
    {
        var specs = ImmutableSortedDictionary.CreateBuilder<string, TypeSpec>(StringComparer.Ordinal);
        var required = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (member, valueType) in Find(type, end))
        {
            var label = $"{type.FullName}.{member.Name}";
            var input = member.GetCustomAttribute<InputAttribute>();
            var name = input?.Name ?? member.GetCustomAttribute<OutputAttribute>()?.Name;
            if (string.IsNullOrEmpty(name))
            {
                types.Problems.Add($"{type.FullName}: Property {member.Name} has no Input or Output attribute with a name");
                continue;
            }

            if (types.Describe(valueType, label, place) is not { } spec) continue;
            if (!specs.TryAdd(name, spec)) types.Problems.Add($"{label} has the name '{name}', which another member of the class has too");
            if (input is null ? IsAlwaysSet(member, valueType) : input.IsRequired) required.Add(name);
        }

        return new(specs.ToImmutable(), required.ToImmutable());
    }

    private static IEnumerable<(MemberInfo Member, Type Type)> Find(Type type, Type end)
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        var properties = type.GetProperties(Public).Select(property => ((MemberInfo)property, property.PropertyType));
        var fields = type.GetFields(Public).Select(field => ((MemberInfo)field, field.FieldType));
        return properties.Concat(fields).Where(pair => !pair.Item1.DeclaringType!.IsAssignableFrom(end));
    }

    // Of a reference type only the compiler's mark on the member counts, as in the official SDK: it has none where the type agrees with
    // most members of its class, so a class whose members may mostly be null is told wrongly by both.
    private static bool IsAlwaysSet(MemberInfo member, Type type)
    {
        var value = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>) ? type.GetGenericArguments()[0] : type;
        return value.IsValueType ? Nullable.GetUnderlyingType(value) is null : !member.IsDefined(typeof(NullableAttribute), false);
    }
}
