namespace Infra.Policies.Messaging;

public sealed class DeadLettersRaiseAnAlarm() : Rule(
    "queue-dlq-alarm",
    Rank.Medium,
    "Dead letters that nobody hears of are lost orders.",
    "add an alarm on ApproximateNumberOfMessagesVisible of the dead-letter queue")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Queue, .. ResourceTypes.RedrivePolicy, .. ResourceTypes.Alarm];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var alarms = graph.OfType(ResourceTypes.Alarm).ToList();
        foreach (var target in QueueChains.Of(graph).Known.Select(link => link.Target!).Distinct())
        {
            var watching = alarms.Where(alarm => Watches(graph, alarm, target)).ToList();
            if (watching.Exists(alarm => alarm["metricName"].Text == "ApproximateNumberOfMessagesVisible")) continue;
            yield return watching.Find(alarm => alarm["metricName"].IsUnknown) is { } unknown
                ? Undetermined(unknown, unknown["metricName"])
                : Fail(target, null, "no alarm watches its dead letters");
        }
    }

    private static bool Watches(ResourceGraph graph, ResourceNode alarm, ResourceNode queue)
    {
        var dimensions = alarm["dimensions"];
        var name = dimensions["QueueName"];
        return name.IsUnknown
            ? alarm.DependenciesOf("dimensions").Contains(queue.Urn)
            : graph.Resolve(alarm, name, ResourceTypes.Queue).Candidates.Contains(queue);
    }
}
