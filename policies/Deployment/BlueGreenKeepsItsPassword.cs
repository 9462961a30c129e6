namespace Infra.Policies.Deployment;

public sealed class BlueGreenKeepsItsPassword() : DeploymentRule(
    "deploy-db-blue-green",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "AWS refuses a blue/green update of a database whose password it manages.",
    "keep the password yourself, or leave blueGreenUpdate out",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["blueGreenUpdate"]["enabled"], on => on.Truth is true,
        Expect(resource, resource["manageMasterUserPassword"], managed => managed.Truth is false, "false beside blueGreenUpdate", whenAbsent: true));
}
