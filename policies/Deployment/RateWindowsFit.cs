using System.Globalization;
using Infra.Facts;

namespace Infra.Policies.Deployment;

public sealed class RateWindowsFit() : DeploymentRule(
    "deploy-waf-rate",
    Rank.High,
    ResourceTypes.WebAcl,
    "AWS counts requests within four windows and refuses others, and limits that are too low.",
    $"set evaluationWindowSec to {RateBasedRules.Windows}, and limit to at least {RateBasedRules.LeastRequests}",
    "AWS WAF Developer Guide, rate-based rules; AWS WAF API Reference, RateBasedStatement; 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Each(
        resource, resource["rules"], rule => Of(resource, rule["statement"]["rateBasedStatement"]));

    private IEnumerable<Finding> Of(ResourceNode resource, PropertyValue rate) =>
        WithinAlways(resource, rate["limit"], RateBasedRules.LeastRequests, RateBasedRules.MostRequests)
            .Concat(Expect(resource, rate["evaluationWindowSec"], IsListed, RateBasedRules.Windows, whenAbsent: true));

    private static bool IsListed(PropertyValue seconds) =>
        RateBasedRules.WindowSeconds.Any(window => window.ToString(CultureInfo.InvariantCulture) == seconds.Text);
}
