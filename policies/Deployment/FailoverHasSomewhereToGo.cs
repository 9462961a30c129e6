namespace Infra.Policies.Deployment;

public sealed class FailoverHasSomewhereToGo() : DeploymentRule(
    "deploy-cache-failover",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses failover without a second node, and several zones without failover.",
    "give numCacheClusters at least 2, and set automaticFailoverEnabled with multiAzEnabled",
    "Amazon ElastiCache API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        If(resource, resource["automaticFailoverEnabled"], on => on.Truth is true,
            Expect(resource, resource["numCacheClusters"], count => count.Number is >= 2 and <= 6, "2 to 6", whenAbsent: true))
        .Concat(If(resource, resource["multiAzEnabled"], on => on.Truth is true, ExpectTrue(resource, resource["automaticFailoverEnabled"])));
}
