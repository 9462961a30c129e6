namespace Infra.Policies.Deployment;

public sealed class RateWindowsFit() : DeploymentRule(
    "deploy-waf-rate",
    Rank.High,
    ResourceTypes.WebAcl,
    "AWS counts requests within four windows and refuses others.",
    "set evaluationWindowSec to 60, 120, 300 or 600",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Each(resource, resource["rules"], rule => Expect(
        resource, rule["statement"]["rateBasedStatement"]["evaluationWindowSec"], seconds => seconds.Number is 60 or 120 or 300 or 600,
            "60, 120, 300 or 600", whenAbsent: true));
}
