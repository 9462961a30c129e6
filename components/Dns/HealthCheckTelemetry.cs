using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Dns;

/// <summary>
/// What Route 53 reports of a health check (its developer guide, "Monitoring health checks using CloudWatch", read 2026-11),
/// and when people are told.
/// </summary>
internal static class HealthCheckTelemetry
{
    public static Telemetry Of(string name, DnsHealthCheckArgs args, Input<string> checkId)
    {
        Metric Metric(string metric, string label, Statistic statistic) => new()
        {
            Label = label,
            Namespace = "AWS/Route53",
            Name = metric,
            Dimensions = new Dictionary<string, Input<string>> { ["HealthCheckId"] = checkId },
            Statistic = statistic,
        };
        var status = Metric("HealthCheckStatus", "healthy", Statistic.Minimum);

        return new()
        {
            Source = name,
            Region = args.Location.Global().Region,
            Alarms =
            [
                new()
                {
                    Key = "unhealthy",
                    Says = $"{args.Probe.Says} Route 53 calls {name} unhealthy, and answers that hang on it are given no more.",
                    Measure = status,
                    Comparison = Comparison.Below,
                    Threshold = 1,
                    Periods = 2,
                    Silence = Silence.IsBad,
                },
            ],
            Widgets = args.Probe is EndpointProbe
                ?
                [
                    new("Healthy", status),
                    new("Checkers that call it healthy, in percent", Metric("HealthCheckPercentageHealthy", "of the checkers", Statistic.Average)),
                    new(
                        "Milliseconds of a check",
                        Metric("ConnectionTime", "until connected", Statistic.Average),
                        Metric("SSLHandshakeTime", "of TLS", Statistic.Average),
                        Metric("TimeToFirstByte", "until the first byte", Statistic.Average)),
                ]
                : [new("Healthy", status)],
        };
    }
}
