using Infra.Policies.Firewall;

namespace Infra.Policies.Deployment;

public sealed class NameChecksFit() : DeploymentRule(
    "deploy-dns-health-check",
    Rank.High,
    ResourceTypes.HealthCheck,
    "AWS refuses other numbers, a check of nothing, and one of an address that the internet cannot reach.",
    "set requestInterval to 10 or 30, failureThreshold to 1 to 10, fqdn or a public ipAddress for a check of an endpoint, "
    + "at least 3 regions and at most 256 children",
    "Amazon Route 53 API Reference, HealthCheckConfig, 2026-11")
{
    private const int FewestRegions = 3;
    private const int MostChildren = 256;

    private static readonly CidrSet[] Private =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16" }.Select(block => CidrSet.Parse(block)!)];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var type = resource["type"];
        return Expect(resource, resource["requestInterval"], seconds => seconds.Number is 10 or 30, "10 or 30", whenAbsent: true)
            .Concat(Within(resource, resource["failureThreshold"], 1, 10))
            .Concat(If(resource, type, kind => kind.Text is "HTTP" or "HTTPS" or "TCP" or "HTTP_STR_MATCH" or "HTTPS_STR_MATCH", HasEndpoint(resource)))
            .Concat(If(resource, type, kind => kind.Text?.EndsWith("_STR_MATCH", StringComparison.Ordinal) is true,
                Given(resource, resource["searchString"], "and it searches for a text")))
            .Concat(If(resource, type, kind => kind.Text == "CLOUDWATCH_METRIC",
                Given(resource, resource["cloudwatchAlarmName"], "and it reads an alarm")
                    .Concat(Given(resource, resource["cloudwatchAlarmRegion"], "and it reads an alarm"))))
            .Concat(Expect(
                resource, resource["regions"], regions => regions.Items.Count() is 0 or >= FewestRegions,
                $"at least {FewestRegions} regions, or none", whenAbsent: true))
            .Concat(AtMost(resource, resource["childHealthchecks"], MostChildren))
            .Concat(Matches(resource, resource["ipAddress"], IsPublic, "an address that the internet can reach"))
            .DistinctBy(finding => finding.Property);
    }

    private static bool IsPublic(string address) => CidrSet.Parse($"{address}/32") is not { } block || !Array.Exists(Private, space => space.Contains(block));

    private IEnumerable<Finding> HasEndpoint(ResourceNode check) =>
        check["fqdn"].IsAbsent ? Given(check, check["ipAddress"], "and neither is fqdn") : [];
}
