using Infra.Facts;

namespace Infra.Policies.Deployment;

public sealed class MethodsAreOneOfThreeSets() : DeploymentRule(
    "deploy-cdn-methods",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS knows three sets of methods, caches two of them, and refuses others.",
    "set allowedMethods to GET and HEAD, these and OPTIONS, or all seven, and cachedMethods to one of the first two",
    "Amazon CloudFront API Reference, AllowedMethods, 2026-11")
{
    private static readonly IReadOnlyList<string>[] Cached = [RequestMethodSets.Fetch, RequestMethodSets.Read];
    private static readonly IReadOnlyList<string>[] Allowed = [.. Cached, RequestMethodSets.All];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Of(resource, resource["defaultCacheBehavior"])
        .Concat(Each(resource, resource["orderedCacheBehaviors"], behavior => Of(resource, behavior)));

    private IEnumerable<Finding> Of(ResourceNode resource, PropertyValue behavior) =>
        OneOf(resource, behavior["allowedMethods"], Allowed, "one of CloudFront's three sets")
            .Concat(OneOf(resource, behavior["cachedMethods"], Cached, "one of the two sets that CloudFront caches"));

    private IEnumerable<Finding> OneOf(ResourceNode resource, PropertyValue methods, IReadOnlyList<string>[] sets, string expected) => Expect(
        resource, methods, list => Array.Exists(sets, list.Items.Select(method => method.Text).ToHashSet().SetEquals), expected, whenAbsent: true);
}
