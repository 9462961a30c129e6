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
        if (places.Length == 0 || Common(places.Select(place => place.Certain)).Count > 0) return [];
        return [Common(places.Select(place => place.Possible)).Count == 0
            ? Fail(resource, places[0].Property,
                $"{string.Join(" and ", places.GroupBy(place => place.Possible[0]).Select(group => group.First().Name))} are in different networks")
            : Undetermined(resource, (places.FirstOrDefault(place => place.Certain.Count != place.Possible.Count) ?? places[0]).Property,
                "whether its subnets and security groups are in one network is not known before the deployment")];
    }

    private static IReadOnlyList<string> Common(IEnumerable<IReadOnlyList<string>> networks) =>
        networks.Aggregate((left, right) => [.. left.Intersect(right)]);

    private static IEnumerable<Place> Places(ResourceGraph graph, ResourceNode owner, PropertyValue list, IReadOnlyList<string> types)
    {
        List<PropertyValue> values = list.IsUnknown ? [list] : [.. list.Items];
        var open = values.Where(value => value.IsUnknown).ToList();
        var meant = open.SelectMany(Candidates).Distinct().Select(In).OfType<Place>().ToList();
        var places = values.Where(value => !value.IsUnknown).SelectMany(Candidates).Select(In).OfType<Place>();
        // A list that is not known is taken to hold all that it was computed from, and so are as many elements.
        if (list.IsUnknown || open.Count >= meant.Count) return places.Concat(meant);
        return places.Append(new Place(
            meant[0].Name, list.Path, Common(meant.Select(place => place.Certain)), [.. meant.SelectMany(place => place.Possible).Distinct()]));

        IReadOnlyList<ResourceNode> Candidates(PropertyValue value) => graph.Resolve(owner, value, types).Candidates;

        Place? In(ResourceNode node) => PlaceOf(node, list.Path, graph);
    }

    // An associated group may be used in other networks too.
    private static Place? PlaceOf(ResourceNode node, string property, ResourceGraph graph)
    {
        var all = graph.PointingTo(node, ResourceTypes.SecurityGroup, Associations, "securityGroupId").Prepend(node)
            .Select(owner => NetworksOf(owner, graph)).ToList();
        string[] possible = [.. all.SelectMany(each => each.Possible).Distinct()];
        return possible.Length > 0 ? new(node.Name, property, [.. all.SelectMany(each => each.Certain).Distinct()], possible) : null;
    }

    private static (IReadOnlyList<string> Certain, IReadOnlyList<string> Possible) NetworksOf(ResourceNode node, ResourceGraph graph)
    {
        var network = graph.Resolve(node, node["vpcId"], ResourceTypes.Vpc);
        IReadOnlyList<string> possible = network.Candidates.Count > 0
            ? [.. network.Candidates.Select(candidate => candidate.Urn)]
            : node["vpcId"].Text is { } text ? [text] : [];
        return (network.Candidates.Count > 1 ? [] : possible, possible);
    }

    /// <param name="Name">What is there.</param>
    /// <param name="Property">The list that names it.</param>
    /// <param name="Certain">Networks that it is in, or may be used in.</param>
    /// <param name="Possible">Those, and others of which it may be one.</param>
    private sealed record Place(string Name, string Property, IReadOnlyList<string> Certain, IReadOnlyList<string> Possible);
}
