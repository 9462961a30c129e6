using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>
/// Reads and sets properties. An auto-property is reached through its field: a call of its accessor would be compiled twice,
/// the accessor and the way to it, and programs have thousands of properties that are used once.
/// </summary>
internal static class PropertyAccess
{
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var accessor = property.GetGetMethod(nonPublic: true)!;
        if (FieldBehind(property, accessor) is { } field) return field.GetValue;
        var invoker = MethodInvoker.Create(accessor);
        return instance => invoker.Invoke(instance);
    }

    public static Action<object, object?> Setter(PropertyInfo property, MethodInfo accessor)
    {
        if (FieldBehind(property, accessor) is { } field) return field.SetValue;
        var invoker = MethodInvoker.Create(accessor);
        return (instance, value) => invoker.Invoke(instance, value);
    }

    // An accessor that was written by hand is no mere field, even if it has one.
    private static FieldInfo? FieldBehind(PropertyInfo property, MethodInfo accessor) =>
        accessor.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            : null;
}
