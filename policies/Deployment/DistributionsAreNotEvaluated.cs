namespace Infra.Policies.Deployment;

public sealed class DistributionsAreNotEvaluated() : DeploymentRule(
    "deploy-dns-cdn-health",
    Rank.High,
    [.. ResourceTypes.Record, .. ResourceTypes.Distribution],
    "AWS refuses to evaluate the health of a distribution.",
    "set evaluateTargetHealth to false and give a healthCheckId",
    "AWS provider and cfn-lint, 2026-11")
{
    // CloudFront's zone, the same for all distributions.
    private const string Zone = "Z2FDTNDATAQYW2";

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Each(resource, resource["aliases"], alias => If(
        resource, alias["evaluateTargetHealth"], on => on.Truth is true, Leads(resource, alias, graph)));

    private IEnumerable<Finding> Leads(ResourceNode record, PropertyValue alias, ResourceGraph graph)
    {
        var (zone, name, on) = (alias["zoneId"], alias["name"], alias["evaluateTargetHealth"]);
        if (zone.Text == Zone || name.Text?.TrimEnd('.').EndsWith(".cloudfront.net", StringComparison.Ordinal) is true
            || (zone.IsUnknown && graph.Resolve(record, zone, ResourceTypes.Distribution).Candidates.Count > 0))
            return [Fail(record, on.Path, $"{on.Path} is {on}, and the alias leads to a distribution")];
        return zone.IsUnknown && record.DependenciesOf("aliases").Count == 0 ? [Undetermined(record, zone)] : [];
    }
}
