namespace Infra.Policies.Deployment;

public sealed class RefreshPercentagesFit() : DeploymentRule(
    "deploy-asg-refresh-percentages",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "The provider and AWS refuse other percentages.",
    "set maxHealthyPercentage to 100 to 200, and at most 100 above minHealthyPercentage",
    "Amazon EC2 Auto Scaling User Guide, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (least, most) = (
            resource["instanceRefresh"]["preferences"]["minHealthyPercentage"],
            resource["instanceRefresh"]["preferences"]["maxHealthyPercentage"]);
        return Within(resource, most, 100, 200).Concat(most.IsUnknown || most.IsAbsent
            ? []
            : ExpectAlways(resource, least, percentage => most.Number - percentage.Number <= 100, $"within 100 of {most}", whenAbsent: true));
    }
}
