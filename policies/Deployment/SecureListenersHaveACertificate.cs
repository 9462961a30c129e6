namespace Infra.Policies.Deployment;

public sealed class SecureListenersHaveACertificate() : DeploymentRule(
    "deploy-listener-certificate",
    Rank.High,
    ResourceTypes.Listener,
    "AWS refuses a listener that speaks TLS without a certificate.",
    "set certificateArn to an issued certificate of the same region",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["protocol"], protocol => protocol.Text is "HTTPS" or "TLS",
        Given(resource, resource["certificateArn"], "and the listener speaks TLS"));
}
