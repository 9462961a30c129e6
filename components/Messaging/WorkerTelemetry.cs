using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Messaging;

/// <summary>What a group of workers reports, and when people are told.</summary>
internal static class WorkerTelemetry
{
    private const int PatienceMinutes = 15;

    public static Telemetry Of(string name, WorkerPoolArgs args, Output<string> groupName)
    {
        var fewest = Metric(groupName);
        return new()
        {
            Source = name,
            Region = args.Location.Region,
            Alarms = [Exhausted(name, args.Scaling.Maximum, fewest), Gone(name, fewest)],
            Widgets = [new("Workers", fewest)],
        };
    }

    // All workers that are allowed are at work and it goes on: from here on, waiting times grow.
    private static Alarm Exhausted(string name, int maximum, Metric fewest) => new()
    {
        Key = "exhausted",
        Says = $"{name} has had all of its {maximum} workers at work for {PatienceMinutes} minutes. Look at the queue; raise the maximum if it grows.",
        Measure = fewest,
        Comparison = Comparison.AtLeast,
        Threshold = maximum,
        Periods = PatienceMinutes,
    };

    private static Alarm Gone(string name, Metric fewest) => new()
    {
        Key = "gone",
        Says = $"{name} has no worker at all. Look at the group's activity: workers cannot be had, or do not start.",
        Measure = fewest,
        Comparison = Comparison.Below,
        Threshold = 1,
        Periods = 5,
        Silence = Silence.IsBad,
    };

    private static Metric Metric(Output<string> groupName) => new()
    {
        Label = "at work",
        Namespace = BacklogScaling.Source,
        Name = BacklogScaling.WorkersInService,
        Dimensions = new Dictionary<string, Input<string>> { [BacklogScaling.Dimension] = groupName },
        Statistic = Statistic.Minimum,
    };
}
