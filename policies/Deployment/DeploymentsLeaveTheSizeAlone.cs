namespace Infra.Policies.Deployment;

public sealed class DeploymentsLeaveTheSizeAlone() : DeploymentRule(
    "deploy-asg-desired",
    Rank.Medium,
    ResourceTypes.AutoScalingGroup,
    "A desiredCapacity that is written down takes back what scaling has added, at every deployment.",
    "leave desiredCapacity out, or ignore its changes",
    "Amazon EC2 Auto Scaling User Guide, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource.Options.IgnoreChanges.Contains("desiredCapacity")
        ? []
        : If(resource, resource["maxSize"], most => most.Text != resource["minSize"].Text,
            If(resource, resource["minSize"], _ => true, LeftOut(resource, resource["desiredCapacity"], "for scaling to decide")));
}
