using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>What the engine says of a registered resource.</summary>
/// <param name="Id">Null or empty is unknown.</param>
/// <param name="Properties">Inputs and computed outputs.</param>
/// <param name="Dependencies">By property, URNs; only remote components have them.</param>
/// <param name="IsUnknown">Whether the engine could not bring the resource into its state, so that no output is known.</param>
internal sealed record ResourceState(
    string Urn, string? Id, Struct? Properties,
    IReadOnlyDictionary<string, RegisterResourceResponse.Types.PropertyDependencies>? Dependencies,
    bool IsUnknown = false)
{
    /// <summary>The resource itself and what the engine says the property came from.</summary>
    public ImmutableHashSet<Resource> DependenciesOf(string property, Resource resource)
    {
        ImmutableHashSet<Resource> self = [resource];
        return Dependencies?.TryGetValue(property, out var found) == true
            ? self.Union(found.Urns.Select(urn => new DependencyResource(urn)))
            : self;
    }
}
