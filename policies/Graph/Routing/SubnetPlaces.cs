using Infra.Policies.Firewall;

namespace Infra.Policies.Routing;

/// <summary>The subnets in which the interfaces of a resource are or may be.</summary>
/// <param name="Subnets">Each once.</param>
/// <param name="IsCertain">False if it is in some of them only, or perhaps in others too.</param>
public sealed record SubnetPlaces(IReadOnlyList<ResourceNode> Subnets, bool IsCertain)
{
    private static readonly string[] Direct =
    [
        "subnetId", "subnets", "subnetIds", "vpcSubnetIds", "vpcZoneIdentifiers",
        "vpcConfig.subnetIds", "networkConfiguration.subnets", "endpointDetails.subnetIds",
    ];

    private static readonly string[] Nested = ["subnetMappings", "networkInterfaces"];
    private static readonly string[] ByGroup = ["subnetGroupName", "dbSubnetGroupName", "neptuneSubnetGroupName", "clusterSubnetGroupName"];
    private static readonly string[] Launchers = [.. ResourceTypes.AutoScalingGroup, .. ResourceTypes.Instance];
    private static readonly string[] Launching =
    [
        "launchTemplate.id", "launchTemplate.name", "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
        "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName",
    ];

    public static SubnetPlaces Of(ResourceGraph graph, ResourceNode resource)
    {
        var (subnets, isCertain) = Read(graph, resource);
        if (!ResourceTypes.LaunchTemplate.Contains(resource.Type)) return new([.. subnets.Distinct()], isCertain);

        // A template is where those are that launch from it.
        var launched = Launching.SelectMany(path => graph.PointingTo(resource, ResourceTypes.LaunchTemplate, Launchers, path)).Distinct().ToList();
        var places = launched.Select(launcher => Of(graph, launcher)).ToList();
        var isKnown = launched.TrueForAll(launcher => Launching.Any(path =>
            graph.Resolve(launcher, launcher[path], ResourceTypes.LaunchTemplate).Target == resource));
        return new(
            [.. subnets.Concat(places.SelectMany(place => place.Subnets)).Distinct()],
            isCertain && isKnown && places.TrueForAll(place => place.IsCertain));
    }

    private static (IEnumerable<ResourceNode> Subnets, bool IsCertain) Read(ResourceGraph graph, ResourceNode resource)
    {
        var written = Direct.SelectMany(path => PeerReader.EachOf(resource[path]))
            .Concat(Nested.SelectMany(path => PeerReader.EachOf(resource[path]).Select(item => item["subnetId"])))
            .Where(value => !value.IsAbsent).ToList();
        var references = written.Select(value => graph.Resolve(resource, value, ResourceTypes.Subnet)).ToList();
        var groups = ByGroup.Select(name => resource[name]).Where(value => !value.IsAbsent)
            .SelectMany(value => graph.Resolve(resource, value, ResourceTypes.SubnetGroups).Candidates).Distinct().ToList();
        var inside = groups.Select(group => Read(graph, group)).ToList();
        return (
            references.SelectMany(reference => reference.Candidates).Concat(inside.SelectMany(group => group.Subnets)),
            IsWhole(references) && groups.Count < 2 && inside.TrueForAll(group => group.IsCertain)
                && ByGroup.All(name => !resource[name].IsUnknown || groups.Count == 1));
    }

    // As many unknown values as there are subnets they were computed from: each stands for one of them.
    private static bool IsWhole(List<Reference> references)
    {
        var unclear = references.Where(reference => reference.State == ReferenceState.Ambiguous).ToList();
        return unclear.SelectMany(reference => reference.Candidates).Distinct().Count() == unclear.Count
            && references.TrueForAll(reference => reference.State != ReferenceState.Unknown);
    }
}
