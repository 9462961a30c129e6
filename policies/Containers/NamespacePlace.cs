using System.Collections.Concurrent;

namespace Infra.Policies.Containers;

/// <summary>The namespace that an object is put into, and the provider that knows the cluster.</summary>
internal sealed class NamespacePlace
{
    private readonly string _provider;

    private NamespacePlace(PropertyValue value, ResourceNode? made, string provider)
    {
        (Value, Made, _provider) = (value, made, provider);
        Name = made is not null ? made["metadata.name"].Text : value.IsUnknown ? null : value.Text ?? "";
    }

    /// <summary>Said by the object or, where it says nothing, by its provider; absent if the kubeconfig decides.</summary>
    public PropertyValue Value { get; }

    /// <summary>The program's own resource that makes it, by the same provider.</summary>
    public ResourceNode? Made { get; }

    /// <summary>Empty if neither the object nor its provider says it; null if it is not known.</summary>
    public string? Name { get; }

    /// <summary>Where an object is put; a release says so in a property of its own.</summary>
    public static NamespacePlace Of(ResourceNode resource, ResourceGraph graph) => graph.Once(made => new Places(made)).Of(resource);

    /// <summary>Whether both are the same namespace of the same cluster; null if that is not known. Two providers may be two clusters.</summary>
    public bool? Is(NamespacePlace other)
    {
        if (Made is not null && Made == other.Made) return true;
        if (Name is null || other.Name is null) return null;
        if (Name != other.Name) return Name.Length == 0 || other.Name.Length == 0 ? null : false;
        return _provider == other._provider ? true : null;
    }

    // Every rule asks it of every object.
    private sealed class Places(ResourceGraph graph)
    {
        private readonly ConcurrentDictionary<ResourceNode, NamespacePlace> _known = new();

        private readonly ILookup<(string? Name, string Provider), ResourceNode> _namespaces = graph.OfType(ResourceTypes.KubernetesNamespace)
            .ToLookup(made => (made["metadata.name"].Text, ProviderOf(made)));

        public NamespacePlace Of(ResourceNode resource) => _known.GetOrAdd(resource, Read);

        private NamespacePlace Read(ResourceNode resource)
        {
            var own = resource[ResourceTypes.HelmRelease.Contains(resource.Type) ? "namespace" : "metadata.namespace"];
            var value = own.IsLeftOut && resource.Provider?.Properties is { } settings ? PropertyValue.Root(settings)["namespace"] : own;
            return new(value, Maker(resource, value), ProviderOf(resource));
        }

        private ResourceNode? Maker(ResourceNode resource, PropertyValue value) =>
            value.IsUnknown ? graph.Resolve(resource, value, ResourceTypes.KubernetesNamespace).Target
            : value.IsLeftOut ? null
            : _namespaces[(value.Text, ProviderOf(resource))].FirstOrDefault();

        private static string ProviderOf(ResourceNode resource) => resource.Provider?.Urn ?? "";
    }
}
