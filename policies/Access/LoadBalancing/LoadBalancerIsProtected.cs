namespace Infra.Policies.LoadBalancing;

public sealed class LoadBalancerIsProtected() : ResourceRule(
    "lb-deletion-protection",
    Rank.Medium,
    ResourceTypes.LoadBalancer,
    "Deleting the load balancer takes the site off the internet, and its address never comes back.",
    "set enableDeletionProtection to true",
    "ELB.6", "CKV_AWS_150")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ExpectTrue(resource, resource["enableDeletionProtection"]);
}
