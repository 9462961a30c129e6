namespace Infra.Policies.Compute;

public sealed class GroupsUseTemplates() : ResourceRule(
    "asg-launch-template",
    Rank.Medium,
    ResourceTypes.AutoScalingGroup,
    "Launch configurations are frozen: new instance types and settings never reach them, and new accounts cannot make any.",
    "name a launchTemplate or a mixedInstancesPolicy",
    "AutoScaling.9", "CKV_AWS_315")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["launchConfiguration"], _ => false, "a launchTemplate", whenAbsent: true);
}
