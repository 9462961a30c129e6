using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi;

/// <summary>Checks that a type can be read from the wire.</summary>
internal static class OutputTypes
{
    private static readonly ConcurrentDictionary<Type, bool> Checked = new();

    private static readonly Type[] Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    private static readonly Type[] Generic = [typeof(Nullable<>), typeof(Union<,>), typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>), typeof(Output<>)];

    /// <exception cref="InvalidOperationException">The type, or one within it, cannot be read.</exception>
    public static void Check(Type type, string place)
    {
        if (Array.IndexOf(Plain, type) >= 0 || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int)) || typeof(Resource).IsAssignableFrom(type)) return;
        if (type.IsDefined(typeof(EnumTypeAttribute), false)) return;
        if (type.IsDefined(typeof(DiscriminatedUnionDiscriminatorAttribute), false)) return;
        if (type.IsDefined(typeof(OutputTypeAttribute), false))
        {
            CheckConstructor(type, place);
            return;
        }

        if (!type.IsGenericType || Array.IndexOf(Generic, type.GetGenericTypeDefinition()) < 0) throw Reject(type, place);
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>))
        {
            if (arguments[0] != typeof(string)) throw Reject(type, place);
            arguments = [arguments[1]];
        }

        foreach (var argument in arguments) Check(argument, place);
    }

    /// <summary>The marked constructor, or else the only public one, so that a record needs no mark.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (Array.Find(constructors, candidate => candidate.IsDefined(typeof(OutputConstructorAttribute), false)) is { } marked) return marked;
        return constructors.Where(candidate => candidate.IsPublic).ToArray() is [var only] ? only : null;
    }

    public static string WithoutConstructor(Type type) =>
        $"{type.FullName} has neither a constructor with [OutputConstructor] nor exactly one public constructor.";

    private static void CheckConstructor(Type type, string place)
    {
        if (!Checked.TryAdd(type, true)) return;
        var constructor = ConstructorOf(type) ?? throw new InvalidOperationException($"{place}: {WithoutConstructor(type)}");
        foreach (var parameter in constructor.GetParameters()) Check(parameter.ParameterType, $"{type.Name}({parameter.Name})");
    }

    private static InvalidOperationException Reject(Type type, string place) => new(
        $"{place} contains invalid type {type.FullName}. Allowed types are: "
        + string.Join(", ", Plain.Select(allowed => allowed.FullName))
        + ", resources, enums, classes with [OutputType], Nullable, Union, ImmutableArray, ImmutableDictionary with string keys and Output of these.");
}
