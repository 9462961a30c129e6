namespace Infra.Policies.Compute;

public sealed class GroupAsksTheLoadBalancer() : ResourceRule(
    "asg-elb-health-check",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "A clone whose web server hangs still runs as a machine, so only the load balancer's check replaces it.",
    "set healthCheckType to ELB",
    "AutoScaling.1", "CKV2_AWS_15", "AwsSolutions-AS2")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        IsBehindLoadBalancer(resource, graph)
            ? Expect(resource, resource["healthCheckType"], type => type.Text?.Split(',').Contains("ELB") is true, "ELB")
            : [];

    private static bool IsBehindLoadBalancer(ResourceNode group, ResourceGraph graph)
    {
        PropertyValue[] lists = [group["targetGroupArns"], group["loadBalancers"], group["trafficSources"]];
        return lists.Any(list => list.Items.Any() || list.IsUnknown)
            || graph.PointingTo(group, ResourceTypes.AutoScalingGroup, ResourceTypes.AutoScalingAttachment, "autoscalingGroupName").Any();
    }
}
