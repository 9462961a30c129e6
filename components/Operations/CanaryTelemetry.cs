using Pulumi;

namespace Infra.Components.Operations;

/// <summary>What canaries report (CloudWatch user guide, "CloudWatch metrics published by canaries", read 2026-11), and when people are told.</summary>
internal static class CanaryTelemetry
{
    public const string Namespace = "CloudWatchSynthetics";

    public static Telemetry Of(string name, CanaryArgs args, Input<string> canaryName)
    {
        var success = Metric("SuccessPercent", "runs that went well, in percent", canaryName, args);
        return new()
        {
            Source = name,
            Region = args.Location.Region,
            Alarms =
            [
                new()
                {
                    Key = "failing",
                    Says = $"{name} cannot visit the site as visitors do. Its last run in CloudWatch Synthetics names the visit that failed.",
                    Measure = success,
                    Comparison = Comparison.Below,
                    Threshold = 100,
                    Periods = 3,
                    BadPeriods = 2,
                    Silence = Silence.IsBad,
                },
            ],
            Widgets = [new("Visits that go well, in percent", success), new("Milliseconds of a run", Metric("Duration", "mean", canaryName, args))],
        };
    }

    private static Metric Metric(string metric, string label, Input<string> canaryName, CanaryArgs args) => new()
    {
        Label = label,
        Namespace = Namespace,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["CanaryName"] = canaryName },
        Statistic = Statistic.Average,
        PeriodSeconds = args.EveryMinutes * 60,
    };
}
