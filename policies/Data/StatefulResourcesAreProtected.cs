namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack is meant to be thrown away.</remarks>
public sealed class StatefulResourcesAreProtected() : ResourceRule(
    "stateful-protected",
    Rank.Medium,
    ResourceTypes.Stateful,
    "A rename or a wrong destroy deletes what cannot be made again: data, keys, and the name servers of a zone.",
    "set the option Protect on the resource")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource.Options.Protect || IsPrivateZone(resource) ? [] : [Fail(resource, null, "it is not protected from deletion")];

    // Nobody outside has heard of a private zone's name servers; its records are made again with it.
    private static bool IsPrivateZone(ResourceNode resource) =>
        ResourceTypes.HostedZone.Contains(resource.Type) && !resource["vpcs"].IsAbsent;
}
