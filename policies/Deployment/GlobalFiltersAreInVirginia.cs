namespace Infra.Policies.Deployment;

public sealed class GlobalFiltersAreInVirginia() : DeploymentRule(
    "deploy-waf-region",
    Rank.High,
    [.. ResourceTypes.WebAcl, "aws:wafv2/ipSet:IpSet"],
    "AWS keeps what stands before distributions in us-east-1 and refuses it elsewhere.",
    "set region to us-east-1 for the scope CLOUDFRONT",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["scope"], scope => scope.Text == "CLOUDFRONT",
        ExpectAlways(resource, resource.Region, region => region.Text == "us-east-1", "us-east-1 for the scope CLOUDFRONT", whenAbsent: true));
}
