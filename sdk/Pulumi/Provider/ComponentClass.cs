using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>A component class together with the class of its arguments.</summary>
internal sealed record ComponentClass(Type Type, Type Args)
{
    /// <summary>The class of the SDK itself that the component comes from; what is declared there is not the component's own.</summary>
    public Type SdkType => typeof(Stack).IsAssignableFrom(Type) ? typeof(Stack) : typeof(ComponentResource);

    public static bool Is(Type type) => type is { IsAbstract: false, IsClass: true } && typeof(ComponentResource).IsAssignableFrom(type);

    public static Type[] TypesOf(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetTypes().Where(Is)];
    }

    /// <summary>The components in the order of their names; what is none becomes a problem.</summary>
    public static IReadOnlyList<ComponentClass> All(IReadOnlyList<Type> types, SchemaProblems problems)
    {
        var components = new List<ComponentClass>();
        foreach (var type in types.Distinct().OrderBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (!Is(type)) problems.Add($"{type.FullName} is not a component: it must be a class, not abstract, that derives from ComponentResource");
            else if (ArgsOf(type) is not { } args) problems.Add($"{type.FullName} {ConstructorRule}");
            else if (components.Find(component => component.Type.Name == type.Name) is { } other)
                problems.Add($"{type.FullName} and {other.Type.FullName} have the same name: one of them must be renamed");
            else components.Add(new(type, args));
        }

        return components;
    }

    private const string ConstructorRule =
        "must have a public constructor of three parameters: string name, a class of ResourceArgs named 'args', ComponentResourceOptions options";

    private static Type? ArgsOf(Type type)
    {
        if (type.IsGenericTypeDefinition) return null;
        return type.GetConstructors().Select(constructor => constructor.GetParameters()).FirstOrDefault(IsExpected)?[1].ParameterType;
    }

    private static bool IsExpected(ParameterInfo[] parameters) =>
        parameters is [var name, { Name: "args" } args, var options]
        && name.ParameterType == typeof(string)
        && args.ParameterType.IsSubclassOf(typeof(ResourceArgs))
        && options.ParameterType == typeof(ComponentResourceOptions);
}
