namespace Infra.Policies.Deployment;

public sealed class RequestsAreCountedByLabel() : DeploymentRule(
    "deploy-asg-request-label",
    Rank.High,
    ResourceTypes.ScalingPolicy,
    "AWS refuses to count requests of a target that it is not told.",
    "set resourceLabel to the balancer's arnSuffix, a slash and the target group's arnSuffix",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var metric = resource["targetTrackingConfiguration"]["predefinedMetricSpecification"];
        return If(resource, metric["predefinedMetricType"], type => type.Text == "ALBRequestCountPerTarget",
            Expect(resource, metric["resourceLabel"], label => IsLabel(label.Text ?? ""), "app/NAME/ID/targetgroup/NAME/ID"))
            // Computed from a balancer or a target group: what it will be is theirs to say.
            .Where(finding => finding.Verdict == Verdict.Fail || !resource.DependenciesOf("targetTrackingConfiguration").Any());
    }

    private static bool IsLabel(string text) => text.Split('/') is ["app", _, _, "targetgroup", _, _];
}
