namespace Infra.Policies.Deployment;

public sealed class HealthChecksEndBeforeTheNext() : DeploymentRule(
    "deploy-health-check-timeout",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses a check that may still be waiting when the next one begins.",
    "set healthCheck.timeout below healthCheck.interval",
    "Elastic Load Balancing, CreateTargetGroup: the timeout must be smaller than the interval, 2026-11")
{
    // Thirty seconds, unless told otherwise.
    private const int DefaultInterval = 30;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (interval, timeout) = (resource["healthCheck"]["interval"], resource["healthCheck"]["timeout"]);
        if (timeout.IsAbsent) return [];
        if (interval.IsUnknown || timeout.IsUnknown) return [Undetermined(resource, interval.IsUnknown ? interval : timeout)];
        return timeout.Number >= (interval.Number ?? DefaultInterval)
            ? [Fail(resource, timeout.Path, $"{timeout.Path} is {timeout}, and the next check begins after {interval.Number ?? DefaultInterval} seconds")]
            : [];
    }
}
