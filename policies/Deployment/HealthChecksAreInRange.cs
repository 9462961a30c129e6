namespace Infra.Policies.Deployment;

public sealed class HealthChecksAreInRange() : DeploymentRule(
    "deploy-health-check-range",
    Rank.High,
    ResourceTypes.TargetGroup,
    "The provider refuses numbers that AWS does not take.",
    "set interval to 5 to 300, timeout to 2 to 120 and the thresholds to 2 to 10",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var check = resource["healthCheck"];
        return
        [
            .. Within(resource, check["interval"], 5, 300), .. Within(resource, check["timeout"], 2, 120),
            .. Within(resource, check["healthyThreshold"], 2, 10), .. Within(resource, check["unhealthyThreshold"], 2, 10),
        ];
    }
}
