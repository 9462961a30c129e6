using Infra.Policies.Firewall;

namespace Infra.Policies.Deployment;

public sealed class GroupsAndSubnetsShareANetwork() : DeploymentRule(
    "deploy-one-vpc",
    Rank.High,
    [.. Owners, .. ResourceTypes.LaunchTemplate, .. ResourceTypes.Subnet, .. ResourceTypes.SecurityGroup, .. ResourceTypes.Vpc,
        .. Associations],
    "AWS refuses security groups of another network than that of the subnets.",
    "take the security groups and the subnets of one network",
    "AWS provider and cfn-lint, 2026-11")
{
    private static IReadOnlyList<string> Owners { get; } = [.. ResourceTypes.LoadBalancer, .. ResourceTypes.VpcEndpoint,
        .. ResourceTypes.AutoScalingGroup];

    private static IReadOnlyList<string> Associations { get; } = ["aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!Owners.Contains(resource.Type)) return [];
        var template = graph.Resolve(resource, resource["launchTemplate"]["id"], ResourceTypes.LaunchTemplate).Target;
        Place[] places =
        [
            .. Places(graph, resource, resource["subnets"], ResourceTypes.Subnet),
            .. Places(graph, resource, resource["subnetIds"], ResourceTypes.Subnet),
            .. Places(graph, resource, resource["vpcZoneIdentifiers"], ResourceTypes.Subnet),
            .. Places(graph, resource, resource["securityGroups"], ResourceTypes.SecurityGroup),
            .. Places(graph, resource, resource["securityGroupIds"], ResourceTypes.SecurityGroup),
            .. template is null ? [] : Places(graph, template, template["vpcSecurityGroupIds"], ResourceTypes.SecurityGroup),
            .. template is null ? [] : PeerReader.EachOf(template["networkInterfaces"])
                .SelectMany(end => Places(graph, template, end["securityGroups"], ResourceTypes.SecurityGroup)),
        ];
        var common = places.Length == 0 ? [] : places.Select(place => place.Networks).Aggregate((left, right) => [.. left.Intersect(right)]);
        if (places.Length == 0 || (common.Count > 0 && !places.Any(place => place.IsOneOfSeveral))) return [];
        return [places.All(place => place.IsCertain)
            ? Fail(resource, places[0].Property,
                $"{string.Join(" and ", places.GroupBy(place => place.Networks[0]).Select(group => group.First().Name))} are in different networks")
            : Undetermined(resource, places.First(place => !place.IsCertain).Property,
                "whether its subnets and security groups are in one network is not known before the deployment")];
    }

    private static IEnumerable<Place> Places(ResourceGraph graph, ResourceNode owner, PropertyValue list, IReadOnlyList<string> types) =>
        from value in list.IsUnknown ? [list] : list.Items
        let reference = graph.Resolve(owner, value, types)
        from node in reference.Candidates
        from place in PlacesOf(node, list.Path, graph)
        // A list that is not known holds all that it was computed from; an element is one of it.
        select place with { IsCertain = place.IsCertain && (list.IsUnknown || reference.Target is not null) };

    // An associated group may be used in other networks too. Of several candidates each is a place of its own.
    private static IEnumerable<Place> PlacesOf(ResourceNode node, string property, ResourceGraph graph)
    {
        var all = graph.PointingTo(node, ResourceTypes.SecurityGroup, Associations, "securityGroupId").Prepend(node)
            .Select(owner => NetworksOf(owner, graph)).ToList();
        var networks = all.SelectMany(each => each.Networks).ToList();
        var isCertain = all.TrueForAll(each => each.IsCertain);
        return all.Count > 1
            ? networks.Count > 0 ? [new(node.Name, property, networks, isCertain) { IsOneOfSeveral = !isCertain }] : []
            : networks.Select(network => new Place(node.Name, property, [network], isCertain));
    }

    private static (IReadOnlyList<string> Networks, bool IsCertain) NetworksOf(ResourceNode node, ResourceGraph graph)
    {
        var network = graph.Resolve(node, node["vpcId"], ResourceTypes.Vpc);
        if (network.Candidates.Count > 0) return ([.. network.Candidates.Select(candidate => candidate.Urn)], network.Target is not null);
        return node["vpcId"].Text is { } text ? ([text], true) : ([], false);
    }

    private sealed record Place(string Name, string Property, IReadOnlyList<string> Networks, bool IsCertain)
    {
        /// <summary>Not all of its networks are those of the group: some are what one of them may be.</summary>
        public bool IsOneOfSeveral { get; init; }
    }
}
