using System.Collections.Concurrent;

namespace Infra.Policies.Routing;

/// <summary>Subnets, the ways out of them, and what stands before them.</summary>
internal sealed class NetworkModel(ResourceGraph graph)
{
    private readonly Lazy<RouteModel> _routes = new(() => new RouteModel(graph));
    private readonly Lazy<AclModel> _acls = new(() => new AclModel(graph));
    private readonly ConcurrentDictionary<ResourceNode, SubnetPlaces> _places = new();

    public RouteModel Routes => _routes.Value;
    public AclModel Acls => _acls.Value;

    public SubnetPlaces PlacesOf(ResourceNode resource) => _places.GetOrAdd(resource, node => SubnetPlaces.Of(graph, node));
}
