namespace Infra.Policies.Deployment;

public sealed class FlowLogsCollectForOneOrTenMinutes() : DeploymentRule(
    "deploy-flow-log-interval",
    Rank.High,
    ResourceTypes.FlowLog,
    "The provider refuses other intervals.",
    "set maxAggregationInterval to 60 or 600",
    "Amazon EC2 API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["maxAggregationInterval"], seconds => seconds.Number is 60 or 600, "60 or 600", whenAbsent: true);
}
