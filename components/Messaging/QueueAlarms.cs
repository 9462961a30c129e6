using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Components.Messaging;

/// <summary>A queue's metrics (SQS developer guide, CloudWatch metrics, read 2026-11), and when people are told.</summary>
internal static class QueueAlarms
{
    public const string Namespace = "AWS/SQS";
    public const string Waiting = "ApproximateNumberOfMessagesVisible";
    public const string Dimension = "QueueName";

    private const string OldestAge = "ApproximateAgeOfOldestMessage";

    // A burst that the workers catch up with is no reason to wake anybody.
    private const int MinutesOfOverload = 5;

    public static void Create(string name, JobQueueArgs args, string queueName, string deadName, CustomResourceOptions child)
    {
        _ = Alarm($"{name}-age", args, OldestAge, queueName, args.BackPressure.OldestSeconds, MinutesOfOverload,
            $"Jobs of {queueName} wait longer than {args.BackPressure.OldestSeconds} seconds", child);
        _ = Alarm($"{name}-depth", args, Waiting, queueName, args.BackPressure.WaitingJobs, MinutesOfOverload,
            $"More than {args.BackPressure.WaitingJobs} jobs wait in {queueName}", child);
        _ = Alarm($"{name}-dead", args, Waiting, deadName, threshold: 0, minutes: 1,
            $"Jobs of {queueName} failed {args.Handling.Attempts} times and lie in {deadName}", child);
    }

    private static MetricAlarm Alarm(
        string name, JobQueueArgs args, string metric, string queueName, int threshold, int minutes, string description,
        CustomResourceOptions child) => new(name, new MetricAlarmArgs
        {
            Region = args.Location.Region,
            AlarmDescription = description,
            Namespace = Namespace,
            MetricName = metric,
            Dimensions = new InputMap<string> { [Dimension] = queueName },
            Statistic = "Maximum",
            Period = 60,
            EvaluationPeriods = minutes,
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = threshold,
            // A queue that nobody has used for six hours reports nothing.
            TreatMissingData = "notBreaching",
            AlarmActions = args.AlarmTopicArns,
            OkActions = args.AlarmTopicArns,
            Tags = args.Naming.Tags(name),
        }, child);
}
