namespace Infra.Policies.Deployment;

public sealed class RollbacksKnowTheVersion() : DeploymentRule(
    "deploy-asg-rollback",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "AWS rolls back to a version of a launch template by its number, and refuses to without one.",
    "set launchTemplate.version to the template's latestVersion",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var version = resource["mixedInstancesPolicy"].IsAbsent
            ? resource["launchTemplate"]["version"]
            : resource["mixedInstancesPolicy"]["launchTemplate"]["launchTemplateSpecification"]["version"];
        return If(resource, resource["instanceRefresh"]["preferences"]["autoRollback"], on => on.Truth is true,
            Expect(resource, version, given => int.TryParse(given.Text, out _), "a number"))
            // Computed from a template: its number, since the other two are written down.
            .Where(finding => finding.Verdict == Verdict.Fail || resource.DependenciesOf(version.Path.Split('.')[0]).Count == 0);
    }
}
