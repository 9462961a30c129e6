namespace Infra.Policies.Deployment;

public sealed class FilterMetricsFit() : DeploymentRule(
    "deploy-waf-metric",
    Rank.High,
    ResourceTypes.WebAcl,
    "AWS refuses other names of metrics, and two that it uses itself.",
    "name metrics with 1 to 128 letters, digits, hyphens and underscores, other than All and Default_Action",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Of(resource, resource["visibilityConfig"])
        .Concat(Each(resource, resource["rules"], rule => Of(resource, rule["visibilityConfig"])));

    private IEnumerable<Finding> Of(ResourceNode resource, PropertyValue visibility) =>
        Matches(resource, visibility["metricName"], IsName, "1 to 128 letters, digits, hyphens and underscores, other than All and Default_Action");

    private static bool IsName(string name) => name.Length is >= 1 and <= 128 && name is not ("All" or "Default_Action")
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
