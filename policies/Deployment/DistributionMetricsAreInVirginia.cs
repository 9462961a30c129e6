namespace Infra.Policies.Deployment;

public sealed class DistributionMetricsAreInVirginia() : DeploymentRule(
    "deploy-alarm-region",
    Rank.High,
    ResourceTypes.Alarm,
    "CloudFront reports to one region, and an alarm of another one never sees anything.",
    "set region to us-east-1",
    "Amazon CloudFront Developer Guide, monitoring, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["namespace"], name => name.Text == "AWS/CloudFront",
        ExpectAlways(resource, resource.Region, region => region.Text == "us-east-1", "us-east-1, where CloudFront reports", whenAbsent: true));
}
