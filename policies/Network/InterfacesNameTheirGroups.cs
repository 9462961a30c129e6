namespace Infra.Policies.Network;

public sealed class InterfacesNameTheirGroups() : ResourceRule(
    "sg-explicit",
    Rank.High,
    Groups.Keys.ToList(),
    "What names no security group gets the VPC's default one, which nobody reviews and anybody may have opened.",
    "give it the security group of its tier")
{
    // What is looked at in each type; any one of them will do.
    private static Dictionary<string, string[]> Groups { get; } = new(StringComparer.Ordinal)
    {
        ["aws:ec2/launchTemplate:LaunchTemplate"] = ["vpcSecurityGroupIds", "securityGroupNames", "networkInterfaces"],
        ["aws:ec2/instance:Instance"] = ["vpcSecurityGroupIds", "securityGroups", "networkInterfaces", "launchTemplate", "primaryNetworkInterface"],
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = ["securityGroupIds", "securityGroupNames"],
        ["aws:rds/instance:Instance"] = ["vpcSecurityGroupIds"],
        ["aws:rds/cluster:Cluster"] = ["vpcSecurityGroupIds"],
        ["aws:rds/proxy:Proxy"] = ["vpcSecurityGroupIds"],
        ["aws:docdb/cluster:Cluster"] = ["vpcSecurityGroupIds"],
        ["aws:neptune/cluster:Cluster"] = ["vpcSecurityGroupIds"],
        ["aws:elasticache/cluster:Cluster"] = ["securityGroupIds"],
        ["aws:elasticache/serverlessCache:ServerlessCache"] = ["securityGroupIds"],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = ["securityGroupIds"],
        ["aws:lb/loadBalancer:LoadBalancer"] = ["securityGroups"],
        ["aws:alb/loadBalancer:LoadBalancer"] = ["securityGroups"],
        ["aws:elasticloadbalancingv2/loadBalancer:LoadBalancer"] = ["securityGroups"],
        ["aws:applicationloadbalancing/loadBalancer:LoadBalancer"] = ["securityGroups"],
    };

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var lists = Groups[resource.Type].Select(name => resource[name]).ToList();
        if (lists.Exists(list => list.Items.Any() || list.IsObject)) return [];
        var missing = lists.Find(list => list.IsUnknown) is { IsUnknown: true } unknown
            ? [Undetermined(resource, unknown)]
            : new[] { Fail(resource, lists[0].Path, $"{lists[0].Path} is {lists[0]}, so it is in the VPC's default group") };
        return Kind(resource) is { } kind ? Unless(resource, kind.Value, value => kind.Exempts(value.Text), missing) : missing;
    }

    // Gateways of a route table and network load balancers have no group unless they are given one.
    private static (PropertyValue Value, Func<string?, bool> Exempts)? Kind(ResourceNode resource)
    {
        if (resource.Type == "aws:ec2/vpcEndpoint:VpcEndpoint") return (resource["vpcEndpointType"], kind => kind != "Interface");
        return ResourceTypes.LoadBalancer.Contains(resource.Type)
            ? (resource["loadBalancerType"], kind => kind is "network" or "gateway")
            : null;
    }
}
