using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The string or number of an <see cref="EnumTypeAttribute"/> struct, by its explicit operator.</summary>
internal static class EnumValue
{
    private static readonly ConcurrentDictionary<Type, MethodInfo> Operators = new();

    public static object? Of(object value) => Operators.GetOrAdd(value.GetType(), Find).Invoke(null, [value]);

    private static MethodInfo Find(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method =>
            method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
        ?? throw new InvalidOperationException($"{type.FullName} has [EnumType] but no explicit operator to string or double.");
}
