using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The properties of a resource class that carry <see cref="OutputAttribute"/>, found once per class.</summary>
internal sealed class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, OutputProperties> Known = new();

    private readonly OutputProperty[] _properties;

    private OutputProperties(Type type)
    {
        var found = Find(type);
        RejectAllThatAreNotOutputs(found);
        foreach (var (_, property) in found)
            OutputTypes.Check(property.PropertyType.GetGenericArguments()[0], $"[Output] {property.DeclaringType!.Name}.{property.Name}");
        _properties = [.. found.Select(pair => OutputProperty.Create(pair.Name, pair.Property))];
    }

    public static OutputProperties Of(Type type) => Known.GetOrAdd(type, static type => new OutputProperties(type));

    /// <summary>Gives each property an output that waits for the resource's registration.</summary>
    public void AssignTo(Resource resource)
    {
        foreach (var property in _properties) property.AssignTo(resource);
    }

    /// <summary>Makes outputs at once where their values refer to other resources, whose state is then fetched.</summary>
    public void ResolveReferences(Resource resource, ResourceState state)
    {
        foreach (var property in _properties)
        {
            if (state.Properties?.Fields.TryGetValue(property.Name, out var value) == true && WireFacts.Of(value).HasReference)
                property.Resolve(resource);
        }
    }

    /// <summary>The values of a component's output properties, its URN left out.</summary>
    public static Dictionary<string, object?> ReadFrom(Resource resource) =>
        Find(resource.GetType())
            .Where(pair => pair.Name != "urn")
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Property.GetValue(resource)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The values of a stack's output properties.</summary>
    /// <exception cref="RunException">A property is no output or has no value.</exception>
    public static Dictionary<string, object?> ReadFromStack(Stack stack)
    {
        var found = Find(stack.GetType()).Where(pair => pair.Name != "urn").ToArray();
        var values = found.ToDictionary(pair => pair.Name, pair => pair.Property.GetValue(stack), StringComparer.Ordinal);
        var unset = values.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray();
        if (unset.Length > 0)
        {
            throw new RunException(
                $"Output(s) {Quote(unset)} have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        RejectAllThatAreNotOutputs(found);
        return values;
    }

    private static (string Name, PropertyInfo Property)[] Find(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        let output = property.GetCustomAttribute<OutputAttribute>()
        where output is not null
        select (output.Name ?? property.Name, property),
    ];

    private static void RejectAllThatAreNotOutputs((string Name, PropertyInfo Property)[] found)
    {
        var wrong = found.Where(pair => !IsOutput(pair.Property.PropertyType)).Select(pair => pair.Name).ToArray();
        if (wrong.Length > 0)
            throw new RunException($"Output(s) {Quote(wrong)} have incorrect type. [Output] attributed properties must be instances of Output<T>.");
    }

    private static bool IsOutput(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>);

    private static string Quote(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
