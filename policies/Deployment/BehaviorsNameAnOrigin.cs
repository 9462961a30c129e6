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
        var (list, behaviorList, target) = (resource["origins"], resource["orderedCacheBehaviors"], resource["defaultCacheBehavior"]["targetOriginId"]);
        var unknown = list.FirstUnknownOf("originId") ?? behaviorList.FirstUnknownOf("targetOriginId")
            ?? resource["originGroups"].FirstUnknown() ?? target.FirstUnknown();
        if (unknown is { } open) return [Undetermined(resource, open)];
        var (origins, groups) = (list.Items.Select(OriginId).ToHashSet(), resource["originGroups"].Items.ToList());
        var targets = origins.Concat(groups.Select(OriginId)).ToHashSet();
        var behaviors = behaviorList.Items.Prepend(resource["defaultCacheBehavior"]).Select(behavior => behavior["targetOriginId"]).Where(id => !id.IsAbsent);
        return behaviors.Where(id => !targets.Contains(id.Text))
            .Select(id => Fail(resource, id.Path, $"{id.Path} is {id}, which is no origin of the distribution"))
            .Concat(groups.Where(group => group["members"].Items.Count() != 2 || group["members"].Items.Any(member => !origins.Contains(OriginId(member))))
                .Select(group => Fail(resource, group["members"].Path, $"{group["members"].Path} are not two origins of the distribution")));
    }

    private static string? OriginId(PropertyValue origin) => origin["originId"].Text;
}
