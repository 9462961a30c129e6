namespace Infra.Policies.Containers;

/// <summary>The namespace that an object is put into, and the provider that knows the cluster.</summary>
internal sealed class NamespacePlace
{
    private readonly string _provider;

    private NamespacePlace(ResourceNode resource, PropertyValue value, ResourceNode? made)
    {
        (Value, Made, _provider) = (value, made, resource.Provider?.Urn ?? "");
        Name = made is not null ? made["metadata.name"].Text : value.IsUnknown ? null : value.Text ?? "";
    }

    /// <summary>Said by the object or, where it says nothing, by its provider; absent if the kubeconfig decides.</summary>
    public PropertyValue Value { get; }

    /// <summary>The program's own resource that makes it.</summary>
    public ResourceNode? Made { get; }

    /// <summary>Empty if neither the object nor its provider says it; null if it is not known.</summary>
    public string? Name { get; }

    /// <param name="resource">The object.</param>
    /// <param name="graph">The program.</param>
    /// <param name="property">Where it says its namespace.</param>
    public static NamespacePlace Of(ResourceNode resource, ResourceGraph graph, string property = "metadata.namespace")
    {
        var own = resource[property];
        var value = own.IsLeftOut && resource.Provider?.Properties is { } settings ? PropertyValue.Root(settings)["namespace"] : own;
        return new(resource, value, Maker(resource, value, graph));
    }

    /// <summary>Whether both are the same namespace of the same cluster; null if that is not known. Two providers may be two clusters.</summary>
    public bool? Is(NamespacePlace other)
    {
        if (Made is not null && Made == other.Made) return true;
        if (Name is null || other.Name is null) return null;
        if (Name != other.Name) return Name.Length == 0 || other.Name.Length == 0 ? null : false;
        return _provider == other._provider ? true : null;
    }

    private static ResourceNode? Maker(ResourceNode resource, PropertyValue value, ResourceGraph graph)
    {
        if (value.IsUnknown) return graph.Resolve(resource, value, ResourceTypes.KubernetesNamespace).Target;
        if (value.IsLeftOut) return null;
        var named = graph.OfType(ResourceTypes.KubernetesNamespace).Where(made => made["metadata.name"].Text == value.Text).ToList();
        return named.Find(made => made.Provider?.Urn == resource.Provider?.Urn) ?? named.FirstOrDefault();
    }
}
