namespace Infra.Policies.Deployment;

public sealed class ChecksAreOn() : DeploymentRule(
    "deploy-dns-check-off",
    Rank.Medium,
    ResourceTypes.HealthCheck,
    "Route 53 takes a check that is off for healthy, whatever it would find.",
    "leave disabled out, or remove the check from its records",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["disabled"], off => off.Truth is false, "false", whenAbsent: true);
}
