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
        var networks = places.Select(place => place.Network).Distinct().ToList();
        if (networks.Count < 2) return [];
        return [places.All(place => place.IsCertain)
            ? Fail(resource, places[0].Property,
                $"{string.Join(" and ", places.GroupBy(place => place.Network).Select(group => group.First().Name))} are in different networks")
            : Undetermined(resource, places.First(place => !place.IsCertain).Property,
                "whether its subnets and security groups are in one network is not known before the deployment")];
    }

    private static IEnumerable<Place> Places(ResourceGraph graph, ResourceNode owner, PropertyValue list, IReadOnlyList<string> types) =>
        from value in list.IsUnknown ? [list] : list.Items
        let reference = graph.Resolve(owner, value, types)
        from node in reference.Candidates
        // An associated group may be used in other networks too.
        where !graph.PointingTo(node, ResourceTypes.SecurityGroup, Associations, "securityGroupId").Any()
        let network = graph.Resolve(node, node["vpcId"], ResourceTypes.Vpc)
        from name in network.Candidates.Count > 0 ? network.Candidates.Select(candidate => candidate.Urn)
            : new[] { node["vpcId"].Text }.OfType<string>()
        select new Place(node.Name, list.Path, name, network.Target is not null || network.Candidates.Count == 0);

    private sealed record Place(string Name, string Property, string Network, bool IsCertain);
}
