using System.Reflection;

namespace Pulumi;

/// <summary>One output property of a resource class.</summary>
internal abstract class OutputProperty(string name)
{
    public string Name => name;

    public static OutputProperty Create(string name, PropertyInfo property)
    {
        var type = typeof(OutputProperty<>).MakeGenericType(property.PropertyType.GetGenericArguments()[0]);
        var declared = property.DeclaringType!.GetProperty(property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        var setter = declared.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"[Output] {property.DeclaringType.Name}.{property.Name} has no setter.");
        return (OutputProperty)Activator.CreateInstance(type, name, property.Name, PropertyAccess.Setter(declared, setter))!;
    }

    public abstract void AssignTo(Resource resource);

    /// <summary>Converts the value now, not when it is first used.</summary>
    public abstract void Resolve(Resource resource);
}

/// <inheritdoc/>
internal sealed class OutputProperty<T>(string name, string member, Action<object, object?> setter) : OutputProperty(name)
{
    public override void AssignTo(Resource resource) => setter(resource, new Output<T>(new Source(this, resource)));

    public override void Resolve(Resource resource) =>
        _ = ((Output<T>)resource.GetType().GetProperty(member)!.GetValue(resource)!).DataTask;

    private async Task<OutputData<T>> GetDataAsync(Resource resource)
    {
        var state = await resource.Completion.Task.ConfigureAwait(false);
        if (Name == "urn") return (OutputData<T>)(object)new OutputData<string>(state.Urn, dependencies: [resource]);
        if (Name == "id" && typeof(T) == typeof(string) && resource.IsCustom)
        {
            var isKnown = !string.IsNullOrEmpty(state.Id);
            return (OutputData<T>)(object)new OutputData<string>(isKnown ? state.Id! : "", isKnown, dependencies: [resource]);
        }

        if (state.Properties?.Fields.TryGetValue(Name, out var value) != true)
        {
            // In a preview, what is absent is not known yet; afterwards, it has no value.
            return new(
                default!,
                isKnown: !state.IsUnknown && resource.Deployment?.Settings.IsDryRun != true,
                dependencies: state.DependenciesOf(Name, resource));
        }

        return WireReader<T>.Read(value!, state.DependenciesOf(Name, resource), $"{resource.GetResourceType()}.{Name}", resource.Deployment?.Logger);
    }

    private sealed class Source(OutputProperty<T> property, Resource resource) : IOutputSource<T>
    {
        public Task<OutputData<T>> GetDataAsync() => property.GetDataAsync(resource);
    }
}
