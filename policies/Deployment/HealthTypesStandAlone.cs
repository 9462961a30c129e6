namespace Infra.Policies.Deployment;

public sealed class HealthTypesStandAlone() : DeploymentRule(
    "deploy-asg-health-type",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "AWS always asks EC2, and refuses it in a list with others.",
    "set healthCheckType to ELB, or to EC2 alone",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Matches(
        resource, resource["healthCheckType"], type => type.Split(',').Length == 1 || !type.Split(',').Contains("EC2"), "EC2 alone, or without EC2");
}
