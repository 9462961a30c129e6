namespace Infra.Policies.Deployment;

public sealed class ClonesLiveForADay() : DeploymentRule(
    "deploy-asg-lifetime",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "The provider refuses other lifetimes.",
    "set maxInstanceLifetime to 0 or 86400 to 31536000 seconds",
    "Amazon EC2 Auto Scaling User Guide, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Expect(
        resource, resource["maxInstanceLifetime"], seconds => seconds.Number is 0 or (>= 86_400 and <= 31_536_000), "0 or 86400 to 31536000", whenAbsent: true);
}
