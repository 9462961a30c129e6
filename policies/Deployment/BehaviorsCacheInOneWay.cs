namespace Infra.Policies.Deployment;

public sealed class BehaviorsCacheInOneWay() : DeploymentRule(
    "deploy-cdn-cache-once",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS refuses a cache policy beside the older settings.",
    "set cachePolicyId and leave forwardedValues out",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Of(resource, resource["defaultCacheBehavior"])
        .Concat(Each(resource, resource["orderedCacheBehaviors"], behavior => Of(resource, behavior)));

    private IEnumerable<Finding> Of(ResourceNode resource, PropertyValue behavior) => behavior.IsUnknown
        ? [Undetermined(resource, behavior)]
        : NotBoth(resource, behavior["cachePolicyId"], behavior["forwardedValues"]);
}
