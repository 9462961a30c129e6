namespace Infra.Policies.Deployment;

public sealed class BalancersNameSubnetsOnce() : DeploymentRule(
    "deploy-lb-subnets-once",
    Rank.High,
    ResourceTypes.LoadBalancer,
    "The provider refuses a load balancer whose subnets are given twice.",
    "give subnets or subnetMappings",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        NotBoth(resource, resource["subnets"], resource["subnetMappings"]);
}
