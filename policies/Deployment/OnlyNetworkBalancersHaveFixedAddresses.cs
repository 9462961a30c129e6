namespace Infra.Policies.Deployment;

public sealed class OnlyNetworkBalancersHaveFixedAddresses() : DeploymentRule(
    "deploy-lb-fixed-addresses",
    Rank.High,
    ResourceTypes.LoadBalancer,
    "AWS changes the addresses of an application load balancer as it likes, and refuses to be given some.",
    "leave the addresses out of subnetMappings, or set loadBalancerType to network",
    "AWS provider and cfn-lint, 2026-11")
{
    private static readonly string[] Addresses = ["allocationId", "ipv6Address", "privateIpv4Address"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["loadBalancerType"], type => type.Text == "network",
        Each(resource, resource["subnetMappings"], mapping => Addresses
            .SelectMany(address => LeftOut(resource, mapping[address], "of an application load balancer")).Take(1)));
}
