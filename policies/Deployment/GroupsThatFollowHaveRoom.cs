namespace Infra.Policies.Deployment;

public sealed class GroupsThatFollowHaveRoom() : DeploymentRule(
    "deploy-asg-tracking",
    Rank.Medium,
    [.. ResourceTypes.ScalingPolicy, .. ResourceTypes.AutoScalingGroup],
    "A policy that follows a target does nothing in a group of one size.",
    "set maxSize above minSize, or leave the policy out",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!ResourceTypes.ScalingPolicy.Contains(resource.Type)) return [];
        var group = graph.Resolve(resource, resource["autoscalingGroupName"], ResourceTypes.AutoScalingGroup);
        return If(resource, resource["policyType"], type => type.Text == "TargetTrackingScaling",
            group.Candidates.SelectMany(each =>
                If(each, each["minSize"], least => !each["maxSize"].IsAbsent && least.Number is { } number && each["maxSize"].Number == number,
                [Fail(each, "maxSize", $"minSize and maxSize are {each["maxSize"]}, and {resource.Name} follows a target")])
                .Concat(each["maxSize"].IsUnknown ? [Undetermined(each, each["maxSize"])] : [])).DistinctBy(finding => finding.Urn));
    }
}
