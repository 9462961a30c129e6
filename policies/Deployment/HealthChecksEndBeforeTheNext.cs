namespace Infra.Policies.Deployment;

public sealed class HealthChecksEndBeforeTheNext() : DeploymentRule(
    "deploy-health-check-timeout",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses a check that may still be waiting when the next one begins.",
    "set healthCheck.timeout below healthCheck.interval",
    "answer of Elastic Load Balancing: Health check interval must be greater than the timeout (hashicorp/terraform-provider-aws#48071), 2026-11")
{
    // Thirty seconds, unless told otherwise. Groups of layer 4 may wait exactly that long: ten of ten seconds is what they begin with.
    private const int DefaultInterval = 30;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (interval, timeout) = (Asked(resource, resource["healthCheck"]["interval"]), Asked(resource, resource["healthCheck"]["timeout"]));
        if (timeout.IsAbsent) return [];
        if (interval.IsUnknown || timeout.IsUnknown) return [Undetermined(resource, interval.IsUnknown ? interval : timeout)];
        var finding = Fail(
            resource, timeout.Path,
            $"{timeout.Path} is {timeout}, and the next check begins after {interval.Number ?? DefaultInterval} seconds");
        if (timeout.Number > (interval.Number ?? DefaultInterval)) return [finding];
        return timeout.Number == (interval.Number ?? DefaultInterval)
            ? If(resource, resource["protocol"], protocol => protocol.Text is "HTTP" or "HTTPS", [finding])
            : [];
    }
}
