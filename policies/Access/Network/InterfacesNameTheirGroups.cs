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
        ["aws:ec2/networkInterface:NetworkInterface"] = ["securityGroups"],
        ["aws:ec2/launchConfiguration:LaunchConfiguration"] = ["securityGroups"],
        ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"] =
            ["vpcSecurityGroupIds", "securityGroups", "networkInterfaces", "launchTemplate", "primaryNetworkInterface"],
        // EFS CreateMountTarget and ECS AwsVpcConfiguration: the VPC's default group where none is named (API references, 2026-11).
        ["aws:efs/mountTarget:MountTarget"] = ["securityGroups"],
        ["aws:ecs/service:Service"] = ["networkConfiguration.securityGroups"],
        // The same (CloudFormation, AWS::Transfer::Server EndpointDetails, 2026-11).
        ["aws:transfer/server:Server"] = ["endpointDetails.securityGroupIds"],
    };

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var missing = Missing(resource).ToList();
        if (missing.Count == 0) return [];
        return GroupsFromElsewhere.Of(resource, graph) switch
        {
            { Verdict: Verdict.Pass } => [],
            { Verdict: Verdict.Undetermined, Unknown: { } unknown } =>
                [Undetermined(resource, missing[0].Property ?? unknown.Path, $"whether {unknown.Path} gives it groups is not known before the deployment")],
            _ => Kind(resource) is { } kind ? Unless(resource, kind.Value, kind.Exempts, missing) : missing,
        };
    }

    private IEnumerable<Finding> Missing(ResourceNode resource)
    {
        var lists = Groups[resource.Type].Select(name => resource[name]).ToList();
        if (lists.Exists(list => list.Items.Any() || list.IsObject)) return InInterfaces(resource);
        return lists.Find(list => list.IsUnknown) is { IsUnknown: true } unknown ? [Undetermined(resource, unknown)] : [InDefault(resource, lists[0])];
    }

    // Each interface that a template makes has groups of its own.
    private IEnumerable<Finding> InInterfaces(ResourceNode resource)
    {
        if (!ResourceTypes.LaunchTemplate.Contains(resource.Type)) yield break;
        foreach (var groups in resource["networkInterfaces"].Items
            .Where(made => made.IsUnknown || made["networkInterfaceId"].IsLeftOut).Select(made => made.IsUnknown ? made : made["securityGroups"]))
        {
            if (groups.IsUnknown) yield return Undetermined(resource, groups);
            else if (!groups.Items.Any()) yield return InDefault(resource, groups);
        }
    }

    private Finding InDefault(ResourceNode resource, PropertyValue list) =>
        Fail(resource, list.Path, $"{list.Path} is {list}, so it is in the VPC's default group");

    // Gateways of a route table and network load balancers have no group unless they are given one, tasks only in a network of their own.
    private static (PropertyValue Value, Func<PropertyValue, bool> Exempts)? Kind(ResourceNode resource) => resource.Type switch
    {
        "aws:ec2/vpcEndpoint:VpcEndpoint" => (resource["vpcEndpointType"], kind => kind.Text != "Interface"),
        "aws:ecs/service:Service" => (resource["networkConfiguration"], network => network.IsAbsent),
        "aws:transfer/server:Server" => (resource["endpointType"], kind => kind.Text != "VPC"),
        _ when ResourceTypes.LoadBalancer.Contains(resource.Type) => (resource["loadBalancerType"], kind => kind.Text is "network" or "gateway"),
        _ => null,
    };
}
