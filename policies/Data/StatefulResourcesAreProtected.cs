namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack is meant to be thrown away.</remarks>
public sealed class StatefulResourcesAreProtected() : ResourceRule(
    "stateful-protected",
    Rank.Medium,
    ResourceTypes.Stateful,
    "A rename or a wrong destroy deletes what cannot be made again: data, keys, and the name servers of a zone.",
    "set the option Protect on the resource")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (resource.Options.Protect) return [];
        if (!ResourceTypes.HostedZone.Contains(resource.Type)) return [Unprotected(resource)];

        // Nobody outside has heard of a private zone's name servers; its records are made again with it.
        var networks = resource["vpcs"];
        if (networks.IsUnknown) return [Undetermined(resource, networks)];
        return networks.Items.Any() ? [] : [Unprotected(resource)];
    }

    private Finding Unprotected(ResourceNode resource) => Fail(resource, null, "it is not protected from deletion");
}
