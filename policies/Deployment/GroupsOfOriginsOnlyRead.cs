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
        PropertyValue[] lists = [resource["originGroups"], resource["orderedCacheBehaviors"], resource["defaultCacheBehavior"]];
        if (lists[0].IsAbsent) return [];
        if (lists.Select(list => list.FirstUnknown()).FirstOrDefault(value => value is not null) is { } unknown) return [Undetermined(resource, unknown)];
        var groups = lists[0].Items.Select(group => group["originId"].Text).ToHashSet();
        return lists[1].Items.Prepend(lists[2]).Where(behavior => groups.Contains(behavior["targetOriginId"].Text)).SelectMany(behavior => Expect(
            resource, behavior["allowedMethods"], methods => methods.Items.All(method => method.Text is "GET" or "HEAD" or "OPTIONS"), "GET, HEAD and OPTIONS at most"));
    }
}
