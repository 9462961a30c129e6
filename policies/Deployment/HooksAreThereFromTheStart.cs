namespace Infra.Policies.Deployment;

public sealed class HooksAreThereFromTheStart() : DeploymentRule(
    "deploy-asg-hooks",
    Rank.Medium,
    ["aws:autoscaling/lifecycleHook:LifecycleHook"],
    "A hook that is made after its group misses the first machines.",
    "give it as one of the group's initialLifecycleHooks",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["lifecycleTransition"], transition => transition.Text == "autoscaling:EC2_INSTANCE_TERMINATING",
        [Fail(resource, "autoscalingGroupName", "it is made after its group, whose first machines it misses")]);
}
