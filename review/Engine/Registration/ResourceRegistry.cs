using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Infra.Review.Model;
using Infra.Review.Secrets;

namespace Infra.Review.Engine.Registration;

/// <summary>All resources by URN. Calls arrive in any order; what comes out depends on the resources alone.</summary>
/// <param name="secrets">Learns the secrets of the resources as they come; null if nobody reads what the program says before it is done.</param>
public sealed class ResourceRegistry(SecretTexts? secrets = null)
{
    private readonly ConcurrentDictionary<string, CodePlace> _taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PreviewResource> _resources = new(StringComparer.Ordinal);
    private volatile string? _stackUrn;

    public string? StackUrn => _stackUrn;

    /// <summary>False if the URN is taken.</summary>
    public bool TryReserve(string urn, CodePlace place) => _taken.TryAdd(urn, place);

    /// <summary>Where the resource is made that took the URN.</summary>
    public CodePlace PlaceOf(string urn) => _taken[urn];

    public void Add(PreviewResource resource)
    {
        secrets?.Add(resource);
        _resources[resource.Urn] = resource;
        if (resource.Type == Urns.StackType) _stackUrn = resource.Urn;
    }

    public bool TryGet(string urn, [MaybeNullWhen(false)] out PreviewResource resource) => _resources.TryGetValue(urn, out resource);

    /// <summary>False if there is no such resource.</summary>
    public bool TrySetOutputs(string urn, PropertyDictionary outputs)
    {
        secrets?.Add(outputs);
        while (_resources.TryGetValue(urn, out var resource))
            if (_resources.TryUpdate(urn, resource with { Outputs = outputs }, resource)) return true;
        return false;
    }

    /// <summary>The resource, its parent, and so on up to the stack.</summary>
    public IEnumerable<PreviewResource> WithAncestors(string? urn)
    {
        while (urn is not null && TryGet(urn, out var resource))
        {
            yield return resource;
            urn = resource.Parent;
        }
    }

    /// <summary>The stack first, parents before children, siblings in ordinal order of their URNs.</summary>
    public IReadOnlyList<PreviewResource> InTreeOrder()
    {
        var children = _resources.Values.ToLookup(resource => resource.Parent ?? "", StringComparer.Ordinal);
        var ordered = new List<PreviewResource>(_resources.Count);
        var pending = new Stack<PreviewResource>(Descending(children[""]));
        while (pending.TryPop(out var resource))
        {
            ordered.Add(resource);
            foreach (var child in Descending(children[resource.Urn])) pending.Push(child);
        }
        return ordered;
    }

    private static IEnumerable<PreviewResource> Descending(IEnumerable<PreviewResource> resources) =>
        resources.OrderByDescending(resource => resource.Urn, StringComparer.Ordinal);
}
