using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Messaging;

/// <summary>What a topic reports, and when people are told.</summary>
internal static class TopicTelemetry
{
    public static Telemetry Of(string name, string region, string topicName)
    {
        var failed = Metric("NumberOfNotificationsFailed", "lost", topicName);
        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                new()
                {
                    Key = "undelivered",
                    Says = $"Events of {topicName} did not reach a queue. Look for them in its dead letters; see whether its policy or key was changed.",
                    Measure = failed,
                    Comparison = Comparison.Above,
                    Threshold = 0,
                    Periods = 1,
                },
            ],
            Widgets =
            [
                new("Events per minute",
                    Metric("NumberOfMessagesPublished", "published", topicName), Metric("NumberOfNotificationsDelivered", "delivered", topicName), failed),
            ],
        };
    }

    private static Metric Metric(string metric, string label, string topicName) => new()
    {
        Label = label,
        Namespace = "AWS/SNS",
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["TopicName"] = topicName },
        Statistic = Statistic.Sum,
    };
}
