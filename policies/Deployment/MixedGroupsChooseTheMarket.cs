namespace Infra.Policies.Deployment;

public sealed class MixedGroupsChooseTheMarket() : DeploymentRule(
    "deploy-asg-market",
    Rank.High,
    [.. ResourceTypes.AutoScalingGroup, .. ResourceTypes.LaunchTemplate],
    "AWS refuses a template that buys on the spot market in a group that chooses the market itself.",
    "leave instanceMarketOptions out of the template and set instancesDistribution",
    "Amazon EC2 Auto Scaling, mixed instances groups, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var id = resource["mixedInstancesPolicy"]["launchTemplate"]["launchTemplateSpecification"]["launchTemplateId"];
        var template = graph.Resolve(resource, id, ResourceTypes.LaunchTemplate);
        if (template.Candidates.Count == 0) return template.State == ReferenceState.Unknown ? [Undetermined(resource, id)] : [];
        return template.Candidates.SelectMany(each => LeftOut(each, each["instanceMarketOptions"], $"of the template of {resource.Name}"));
    }
}
