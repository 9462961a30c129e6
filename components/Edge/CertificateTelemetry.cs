using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Edge;

/// <summary>How long certificates have to live (AWS CDK API reference, ICertificate.MetricDaysToExpiry, read 2026-11), and when people are told.</summary>
internal static class CertificateTelemetry
{
    private const int DaySeconds = 24 * 3600;

    // ACM renews earlier than that by itself; that it has not is the news.
    private const int FewDays = 30;

    public static Telemetry Of(string name, string region, Input<string> arn)
    {
        var days = new Metric
        {
            Label = "days",
            Namespace = "AWS/CertificateManager",
            Name = "DaysToExpiry",
            Dimensions = new Dictionary<string, Input<string>> { ["CertificateArn"] = arn },
            Statistic = Statistic.Minimum,
            PeriodSeconds = DaySeconds,
        };
        return new()
        {
            Source = $"{name}-{region}",
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "expiry",
                    Says = $"The certificate {name} in {region} ends in less than {FewDays} days and was not renewed. Look whether its validation records "
                        + "are still there, and whether a CAA record forbids Amazon to issue it.",
                    Measure = days,
                    Comparison = Comparison.Below,
                    Threshold = FewDays,
                    Periods = 1,
                    // Nothing is told of a certificate on its first day, and nothing after its last.
                    Silence = Silence.SaysNothing,
                },
            ],
            Widgets = [new("Days until it ends", days)],
        };
    }
}
