namespace Infra.Policies.Deployment;

public sealed class PoolsHoldNoSpot() : DeploymentRule(
    "deploy-asg-pool",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "AWS refuses a warm pool beside spot machines.",
    "leave warmPool out, or set onDemandPercentageAboveBaseCapacity to 100",
    "Amazon EC2 Auto Scaling User Guide, warm pools, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (pool, mix) = (resource["warmPool"], resource["mixedInstancesPolicy"]);
        return pool.IsAbsent || mix.IsAbsent ? [] : ExpectAlways(
            resource, mix["instancesDistribution"]["onDemandPercentageAboveBaseCapacity"], percent => percent.Number == 100, "100 beside warmPool",
                whenAbsent: true);
    }
}
