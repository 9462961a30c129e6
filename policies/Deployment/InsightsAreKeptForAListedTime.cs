namespace Infra.Policies.Deployment;

public sealed class InsightsAreKeptForAListedTime() : DeploymentRule(
    "deploy-db-insights",
    Rank.High,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster, .. ResourceTypes.DatabaseClusterInstance],
    "AWS refuses other numbers of days.",
    "set performanceInsightsRetentionPeriod to 7, a multiple of 31, or 731",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Expect(
        resource, resource["performanceInsightsRetentionPeriod"], days => days.Number is 0 or 7 or 731 || days.Number is > 0 and <= 713
            && days.Number % 31 == 0,
        "7, a multiple of 31, or 731", whenAbsent: true);
}
