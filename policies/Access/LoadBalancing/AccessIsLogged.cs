namespace Infra.Policies.LoadBalancing;

public sealed class AccessIsLogged() : ResourceRule(
    "lb-access-logs",
    Rank.Medium,
    ResourceTypes.LoadBalancer,
    "After an attack or an outage the access log is the only record of who asked for what.",
    "set accessLogs with enabled true and a bucket",
    "ELB.5", "CKV_AWS_91", "AwsSolutions-ELB2")
{
    // A gateway load balancer forwards packets and has no access log.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Unless(resource, resource["loadBalancerType"], type => type.Text == "gateway", Check(resource));

    private IEnumerable<Finding> Check(ResourceNode resource)
    {
        var logs = resource["accessLogs"];
        var enabled = ExpectTrue(resource, logs["enabled"]).ToList();

        // Which bucket is often known only after the deployment; that there is one is enough.
        return enabled.Count > 0 || logs["bucket"].IsUnknown
            ? enabled
            : Expect(resource, logs["bucket"], bucket => bucket.Text is { Length: > 0 }, "a bucket's name");
    }
}
