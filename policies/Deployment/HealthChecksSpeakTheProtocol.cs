namespace Infra.Policies.Deployment;

public sealed class HealthChecksSpeakTheProtocol() : DeploymentRule(
    "deploy-health-check-protocol",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses to check a web server by TCP, and a plain connection by status code.",
    "check an HTTP or HTTPS group by HTTP or HTTPS, and give a matcher only then",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (own, group) = (resource["healthCheck"]["protocol"], resource["protocol"]);
        return If(resource, group, protocol => protocol.Text is "HTTP" or "HTTPS",
                Expect(resource, own, protocol => protocol.Text != "TCP", "HTTP or HTTPS", whenAbsent: true))
            .Concat(If(resource, own, protocol => protocol.Text == "TCP",
                Expect(resource, resource["healthCheck"]["matcher"], matcher => matcher.Text == "", "left out for TCP", whenAbsent: true)));
    }
}
