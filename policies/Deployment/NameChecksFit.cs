namespace Infra.Policies.Deployment;

public sealed class NameChecksFit() : DeploymentRule(
    "deploy-dns-health-check",
    Rank.High,
    ResourceTypes.HealthCheck,
    "AWS refuses other numbers, and a check of nothing.",
    "set requestInterval to 10 or 30, failureThreshold to 1 to 10, and fqdn or ipAddress for a check of an endpoint",
    "Amazon Route 53 API Reference, HealthCheckConfig, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var type = resource["type"];
        return Expect(resource, resource["requestInterval"], seconds => seconds.Number is 10 or 30, "10 or 30", whenAbsent: true)
            .Concat(Within(resource, resource["failureThreshold"], 1, 10))
            .Concat(If(resource, type, kind => kind.Text is "HTTP" or "HTTPS" or "TCP" or "HTTP_STR_MATCH" or "HTTPS_STR_MATCH", HasEndpoint(resource)))
            .Concat(If(resource, type, kind => kind.Text?.EndsWith("_STR_MATCH", StringComparison.Ordinal) is true, Given(resource, resource["searchString"], "and it searches for a text")))
            .Concat(If(resource, type, kind => kind.Text == "CLOUDWATCH_METRIC",
                Given(resource, resource["cloudwatchAlarmName"], "and it reads an alarm").Concat(Given(resource, resource["cloudwatchAlarmRegion"], "and it reads an alarm"))))
            .DistinctBy(finding => finding.Property);
    }

    private IEnumerable<Finding> HasEndpoint(ResourceNode check) =>
        check["fqdn"].IsAbsent ? Given(check, check["ipAddress"], "and neither is fqdn") : [];
}
