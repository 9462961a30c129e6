namespace Infra.Policies.Deployment;

public sealed class OnlyChanceSparesFailingTargets() : DeploymentRule(
    "deploy-target-anomaly",
    Rank.High,
    ResourceTypes.TargetGroup,
    "The provider refuses anomaly mitigation beside another algorithm than weighted random.",
    "set loadBalancingAlgorithmType to weighted_random, or leave loadBalancingAnomalyMitigation out",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["loadBalancingAnomalyMitigation"], on => on.Text == "on",
        Expect(resource, resource["loadBalancingAlgorithmType"], type => type.Text == "weighted_random",
            "weighted_random beside anomaly mitigation"));
}
