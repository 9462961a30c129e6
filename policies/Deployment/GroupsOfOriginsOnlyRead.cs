namespace Infra.Policies.Deployment;

public sealed class GroupsOfOriginsOnlyRead() : DeploymentRule(
    "deploy-cdn-origin-group-methods",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS refuses to send writes to an origin group: it could not tell which of the two has them.",
    "allow GET, HEAD and OPTIONS in behaviors that target an origin group",
    "Amazon CloudFront API Reference, DistributionConfig, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (list, behaviors, first) = (resource["originGroups"], resource["orderedCacheBehaviors"], resource["defaultCacheBehavior"]);
        if (list.IsAbsent) return [];
        var unknown = list.FirstUnknownOf("originId") ?? behaviors.FirstUnknownOf("targetOriginId") ?? first["targetOriginId"].FirstUnknown();
        if (unknown is { } open) return [Undetermined(resource, open)];
        var groups = list.Items.Select(group => group["originId"].Text).ToHashSet();
        return behaviors.Items.Prepend(first).Where(behavior => groups.Contains(behavior["targetOriginId"].Text)).SelectMany(behavior => Expect(
            resource, behavior["allowedMethods"],
            methods => methods.Items.All(method => method.Text is "GET" or "HEAD" or "OPTIONS"), "GET, HEAD and OPTIONS at most"));
    }
}
