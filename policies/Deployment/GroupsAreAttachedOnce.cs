namespace Infra.Policies.Deployment;

public sealed class GroupsAreAttachedOnce() : DeploymentRule(
    "deploy-asg-attached-once",
    Rank.Medium,
    [.. ResourceTypes.AutoScalingGroup, .. ResourceTypes.AutoScalingAttachment],
    "The group's own list and an attachment take each other's targets away at every deployment.",
    "name the target group in targetGroupArns or in an attachment, not in both",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var own = resource["targetGroupArns"];
        if (!ResourceTypes.AutoScalingGroup.Contains(resource.Type) || resource.Options.IgnoreChanges.Contains("targetGroupArns")) return [];
        var attachments = graph.PointingTo(resource, ResourceTypes.AutoScalingGroup, ResourceTypes.AutoScalingAttachment,
            "autoscalingGroupName").ToList();
        if (attachments.Count == 0 || (own.IsKnown && !own.Items.Any()) || own.IsAbsent) return [];
        return [own.IsUnknown || graph.Resolve(attachments[0], attachments[0]["autoscalingGroupName"], ResourceTypes.AutoScalingGroup).Target is null
            ? Undetermined(resource, own.Path, "whether targets are named twice is not known before the deployment")
            : Fail(resource, own.Path, $"targetGroupArns is given, and {attachments[0].Name} attaches the group too")];
    }
}
