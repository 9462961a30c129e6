using System.Collections.Concurrent;

namespace Infra.Policies.Routing;

/// <summary>Subnets, the ways out of them, and what stands before them.</summary>
public sealed class NetworkModel(ResourceGraph graph)
{
    private readonly Lazy<RouteModel> _routes = new(() => new RouteModel(graph));
    private readonly Lazy<AclModel> _acls = new(() => new AclModel(graph));
    private readonly ConcurrentDictionary<ResourceNode, SubnetPlaces> _places = new();
    private readonly ConcurrentDictionary<ResourceNode, SubnetPlaces> _placesOfGroups = new();

    public RouteModel Routes => _routes.Value;
    public AclModel Acls => _acls.Value;

    public SubnetPlaces PlacesOf(ResourceNode resource) => _places.GetOrAdd(resource, node => SubnetPlaces.Of(graph, node));

    /// <summary>Where the members of a security group are.</summary>
    public SubnetPlaces PlacesOfGroup(ResourceNode group) => _placesOfGroups.GetOrAdd(group, node =>
    {
        var attached = graph.Firewall.Labels.Attachments.Of(node).ToList();
        var places = attached.Select(attachment => PlacesOf(attachment.Resource)).ToList();
        return new(
            [.. places.SelectMany(place => place.Subnets).Distinct()],
            places.TrueForAll(place => place.IsCertain) && attached.TrueForAll(attachment => attachment.Groups is [_]));
    });
}
