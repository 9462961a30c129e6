namespace Infra.Policies.Deployment;

public sealed class DistributionNumbersFit() : DeploymentRule(
    "deploy-cdn-limits",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS refuses a long comment, an origin that may take no time, and times to live in another order.",
    "give a comment of at most 128 characters, originReadTimeout of at least 1, and minTtl, defaultTtl and maxTtl in this order",
    "AWS provider and cfn-lint; Amazon CloudFront API Reference, 2026-11; more than 120 seconds are a matter of quota (aws-cdk issue 38433)")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["comment"], text => text.Length <= 128, "at most 128 characters")
            .Concat(Each(resource, resource["origins"], origin => Expect(
                resource, origin["customOriginConfig"]["originReadTimeout"], seconds => seconds.Number >= 1, "at least 1", whenAbsent: true)))
            .Concat(Order(resource, resource["defaultCacheBehavior"]))
            .Concat(Each(resource, resource["orderedCacheBehaviors"], behavior => Order(resource, behavior)));

    private IEnumerable<Finding> Order(ResourceNode resource, PropertyValue behavior)
    {
        var given = new[] { behavior["minTtl"], behavior["defaultTtl"], behavior["maxTtl"] }
            .Select(seconds => Asked(resource, seconds)).Where(seconds => !seconds.IsAbsent).ToList();
        var known = given.Where(seconds => seconds.IsKnown).ToList();
        var wrong = known.Zip(known.Skip(1)).Where(pair => pair.First.Number > pair.Second.Number).ToList();
        if (wrong is [var (lower, upper), ..]) return [Fail(resource, upper.Path, $"{lower.Path} is {lower} and {upper.Path} is {upper}")];
        return given.Find(seconds => seconds.IsUnknown) is { IsUnknown: true } unknown && given.Count > 1 ? [Undetermined(resource, unknown)] : [];
    }
}
