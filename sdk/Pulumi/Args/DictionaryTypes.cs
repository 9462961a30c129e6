using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>Checks the values of a dictionary of arguments.</summary>
internal static class DictionaryTypes
{
    private static readonly Type[] Scalars =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(JsonElement), typeof(AssetOrArchive), typeof(Asset),
        typeof(Archive), typeof(Resource), typeof(InputArgs),
    ];

    public static ImmutableDictionary<string, object?> Check(ImmutableDictionary<string, object?> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        foreach (var (_, value) in dictionary.OrderBy(entry => entry.Key, StringComparer.Ordinal)) CheckValue(value);
        return dictionary;
    }

    private static void CheckValue(object? value)
    {
        if (value is null or IInput or IOutput or IUnion || value.GetType().IsEnum || Scalars.Any(type => type.IsInstanceOfType(value))) return;
        if (value.GetType().IsDefined(typeof(EnumTypeAttribute), false) || value.GetType().IsDefined(typeof(OutputTypeAttribute), false)) return;
        switch (value)
        {
            case IDictionary map when IsImmutable(value, typeof(ImmutableDictionary<,>)):
                foreach (var element in map.Values) CheckValue(element);
                return;
            case IList list when IsImmutable(value, typeof(ImmutableArray<>)):
                foreach (var element in list) CheckValue(element);
                return;
        }

        throw new InvalidOperationException(
            $"dictionary contains invalid type {value.GetType().FullName}. Allowed types are: "
            + string.Join(", ", Scalars.Select(type => type.FullName))
            + ", enums, Input, Output, Union, ImmutableArray and ImmutableDictionary.");
    }

    private static bool IsImmutable(object value, Type definition) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == definition;
}
