namespace Infra.Policies.Deployment;

public sealed class RefreshesSeeTheVersion() : DeploymentRule(
    "deploy-asg-refresh-version",
    Rank.Medium,
    ResourceTypes.AutoScalingGroup,
    "With $Latest or $Default a new template version changes nothing in the group, so no refresh ever starts.",
    "set launchTemplate.version to the template's latestVersion",
    "AWS provider documentation, autoscaling group, instance refresh, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource["instanceRefresh"].IsAbsent
        ? []
        : Expect(resource, resource["launchTemplate"]["version"], version => version.Text is not ("$Latest" or "$Default"), "a number", whenAbsent: true)
            .Where(finding => finding.Verdict == Verdict.Fail || resource.DependenciesOf("launchTemplate").Count == 0);
}
