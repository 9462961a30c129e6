using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.CloudWatch;

namespace Infra.Components.Messaging;

internal static class WorkerAlarms
{
    private const int PatienceMinutes = 15;

    /// <summary>All workers that are allowed are at work and it goes on: from here on, waiting times grow.</summary>
    public static void Create(string name, WorkerPoolArgs args, Group group, CustomResourceOptions child) =>
        _ = new MetricAlarm($"{name}-exhausted", new MetricAlarmArgs
        {
            Region = args.Location.Region,
            AlarmDescription = $"{name} has had all of its {args.Scaling.Maximum} workers at work for {PatienceMinutes} minutes",
            Namespace = BacklogScaling.Namespace,
            MetricName = BacklogScaling.WorkersInService,
            Dimensions = new InputMap<string> { [BacklogScaling.Dimension] = group.Name },
            Statistic = "Minimum",
            Period = 60,
            EvaluationPeriods = PatienceMinutes,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Threshold = args.Scaling.Maximum,
            TreatMissingData = "notBreaching",
            AlarmActions = args.AlarmTopicArns,
            OkActions = args.AlarmTopicArns,
            Tags = args.Naming.Tags($"{name}-exhausted"),
        }, child);
}
