namespace Infra.Policies.Compute;

public sealed class GroupsFollowTheLoad() : CompanionRule(
    "asg-scaling-wired",
    Rank.Medium,
    ResourceTypes.AutoScalingGroup,
    ResourceTypes.ScalingPolicy,
    "autoscalingGroupName",
    "scaling policy",
    "A group with room to grow and nothing that makes it grow stays small under load.",
    "add an autoscaling Policy for the group")
{
    // Room for one more is there to replace a clone, not to grow.
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings)
    {
        var (least, most) = (resource["minSize"], resource["maxSize"]);
        return least.IsUnknown || most.IsUnknown
            ? Unless(resource, least.IsUnknown ? least : most, _ => false, findings)
            : most.Number > least.Number + 1 ? findings : [];
    }
}
