using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Finds the classes that carry <see cref="ResourceTypeAttribute"/> among the loaded assemblies.</summary>
internal static class ResourceClasses
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, Type>> Known = new();

    /// <summary>An object of the class for the URN's type, which fetches its own state; null if there is no such class.</summary>
    public static Resource? Make(string urn)
    {
        var type = urn.Split("::", 4)[2];
        type = type[(type.LastIndexOf('$') + 1)..];
        if (Find(type) is not { } resourceClass) return null;

        var constructors = resourceClass.GetConstructors().Where(constructor => constructor.GetParameters().Length == 3).ToArray();
        if (constructors is not [var constructor])
            throw new InvalidOperationException(
                $"{resourceClass.FullName} needs exactly one public constructor of three parameters to be made from a reference.");

        ResourceOptions options = constructor.GetParameters()[2].ParameterType == typeof(ComponentResourceOptions)
            ? new ComponentResourceOptions { Urn = urn }
            : new CustomResourceOptions { Urn = urn };
        return (Resource)constructor.Invoke([urn.Split("::", 4)[3], null, options]);
    }

    private static Type? Find(string type) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && References(assembly))
            .Select(assembly => Known.GetOrAdd(assembly, Scan).GetValueOrDefault(type))
            .FirstOrDefault(found => found is not null);

    private static bool References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Any(reference => reference.Name == typeof(Resource).Assembly.GetName().Name);

    private static Dictionary<string, Type> Scan(Assembly assembly)
    {
        var classes = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var candidate in assembly.GetTypes())
        {
            if (candidate.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute) classes.TryAdd(attribute.Type, candidate);
        }

        return classes;
    }
}
