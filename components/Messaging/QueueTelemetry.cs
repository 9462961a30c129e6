using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Messaging;

/// <summary>What a queue and its dead letters report (SQS developer guide, CloudWatch metrics, read 2026-11), and when people are told.</summary>
internal static class QueueTelemetry
{
    public const string Source = "AWS/SQS";
    public const string Waiting = "ApproximateNumberOfMessagesVisible";
    public const string Dimension = "QueueName";

    // A burst that the workers catch up with is no reason to wake anybody.
    private const int MinutesOfOverload = 5;

    // A queue that nobody has used for six hours reports nothing, and that is fine.
    public static Telemetry Of(string name, JobQueueArgs args, string queueName, string deadName)
    {
        var age = Metric("ApproximateAgeOfOldestMessage", "oldest", queueName, Statistic.Maximum);
        var waiting = Metric(Waiting, "waiting", queueName, Statistic.Maximum);
        var dead = Metric(Waiting, "failed", deadName, Statistic.Maximum);
        return new()
        {
            Source = name,
            Region = args.Location.Region,
            Alarms =
            [
                Above("age", age, args.BackPressure.OldestSeconds, MinutesOfOverload,
                    $"Jobs of {queueName} wait longer than {args.BackPressure.OldestSeconds} seconds. "
                    + "Look at the workers: are there too few, or do jobs fail?"),
                Above("depth", waiting, args.BackPressure.WaitingJobs, MinutesOfOverload,
                    $"More than {args.BackPressure.WaitingJobs} jobs wait in {queueName}. Look for who sends so many, then at the workers' maximum."),
                Above("dead", dead, threshold: 0, minutes: 1,
                    $"Jobs of {queueName} failed {args.Handling.Attempts} times and lie in {deadName}. Find out why, then send them back."),
            ],
            // One graph for all of it: there may be many queues, and a dashboard takes so many graphs and no more.
            Widgets =
            [
                new("Jobs",
                    waiting,
                    Metric("ApproximateNumberOfMessagesNotVisible", "at work", queueName, Statistic.Maximum),
                    Metric("NumberOfMessagesSent", "sent", queueName, Statistic.Sum),
                    Metric("NumberOfMessagesDeleted", "done", queueName, Statistic.Sum),
                    dead),
            ],
        };
    }

    private static Alarm Above(string key, Metric metric, int threshold, int minutes, string says) => new()
    {
        Key = key,
        Says = says,
        Measure = metric,
        Comparison = Comparison.Above,
        Threshold = threshold,
        Periods = minutes,
    };

    private static Metric Metric(string metric, string label, string queueName, Statistic statistic) => new()
    {
        Label = label,
        Namespace = Source,
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { [Dimension] = queueName },
        Statistic = statistic,
    };
}
