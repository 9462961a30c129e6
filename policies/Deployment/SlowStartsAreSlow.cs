namespace Infra.Policies.Deployment;

public sealed class SlowStartsAreSlow() : DeploymentRule(
    "deploy-target-slow-start",
    Rank.High,
    ResourceTypes.TargetGroup,
    "The provider refuses other numbers.",
    "set slowStart to 0 or 30 to 900 seconds",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["slowStart"], seconds => seconds.Number is 0 or (>= 30 and <= 900), "0 or 30 to 900", whenAbsent: true);
}
