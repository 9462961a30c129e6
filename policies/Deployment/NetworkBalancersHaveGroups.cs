namespace Infra.Policies.Deployment;

public sealed class NetworkBalancersHaveGroups() : DeploymentRule(
    "deploy-nlb-groups",
    Rank.Medium,
    ResourceTypes.LoadBalancer,
    "A network load balancer that is made without security groups can get some only by being replaced.",
    "set securityGroups from the start",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["loadBalancerType"], type => type.Text == "network",
        Expect(resource, resource["securityGroups"], groups => groups.Items.Any(), "a list of security groups"));
}
