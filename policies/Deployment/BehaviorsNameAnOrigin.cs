namespace Infra.Policies.Deployment;

public sealed class BehaviorsNameAnOrigin() : DeploymentRule(
    "deploy-cdn-target-origin",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS refuses a behavior or an origin group that names an origin which is not there.",
    "name the originId of an origin or an origin group of the distribution; a group has exactly two members",
    "Amazon CloudFront API Reference, DistributionConfig, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] lists = [resource["origins"], resource["originGroups"], resource["orderedCacheBehaviors"], resource["defaultCacheBehavior"]["targetOriginId"]];
        if (lists.Select(list => list.FirstUnknown()).FirstOrDefault(value => value is not null) is { } unknown) return [Undetermined(resource, unknown)];
        var (origins, groups) = (lists[0].Items.Select(OriginId).ToHashSet(), lists[1].Items.ToList());
        var targets = origins.Concat(groups.Select(OriginId)).ToHashSet();
        var behaviors = lists[2].Items.Prepend(resource["defaultCacheBehavior"]).Select(behavior => behavior["targetOriginId"]).Where(id => !id.IsAbsent);
        return behaviors.Where(id => !targets.Contains(id.Text)).Select(id => Fail(resource, id.Path, $"{id.Path} is {id}, which is no origin of the distribution"))
            .Concat(groups.Where(group => group["members"].Items.Count() != 2 || group["members"].Items.Any(member => !origins.Contains(OriginId(member))))
                .Select(group => Fail(resource, group["members"].Path, $"{group["members"].Path} are not two origins of the distribution")));
    }

    private static string? OriginId(PropertyValue origin) => origin["originId"].Text;
}
