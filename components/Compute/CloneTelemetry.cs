using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Compute;

/// <summary>What the machines of a group report (EC2 user guide, "CloudWatch metrics", read 2026-11), and when people are told.</summary>
internal static class CloneTelemetry
{
    private const string Source = "AWS/EC2";
    private const int BusyPercent = 85;
    private const int BusyMinutes = 15;

    public static Telemetry Of(string name, string region, Input<string> groupName)
    {
        var cpu = Metric("CPUUtilization", "mean", groupName, Statistic.Average);
        var failed = Metric("StatusCheckFailed", "failed checks", groupName, Statistic.Maximum);
        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "busy",
                    Says = $"The machines of {name} are {BusyPercent} % busy for {BusyMinutes} minutes: the scaler has no more to give, or is too slow. "
                        + "Look at its maximum.",
                    Measure = cpu,
                    Comparison = Comparison.Above,
                    Threshold = BusyPercent,
                    Periods = BusyMinutes,
                },
                new()
                {
                    Key = "gone",
                    Says = $"No machine of {name} reports anything.",
                    Measure = cpu,
                    Comparison = Comparison.Below,
                    Threshold = 0,
                    Periods = 5,
                    Silence = Silence.IsBad,
                },
            ],
            Widgets =
            [
                new("CPU in percent", cpu, Metric("CPUUtilization", "busiest", groupName, Statistic.Maximum)),
                new("Bytes", Metric("NetworkIn", "in", groupName, Statistic.Sum), Metric("NetworkOut", "out", groupName, Statistic.Sum)),
                new("Broken machines", failed),
            ],
        };
    }

    private static Metric Metric(string metric, string label, Input<string> groupName, Statistic statistic) => new()
    {
        Label = label,
        Namespace = Source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["AutoScalingGroupName"] = groupName },
        Statistic = statistic,
    };
}
