namespace Infra.Policies.Operations;

public sealed class AlarmTopicsHaveReaders() : Rule(
    "alarm-reaches-human",
    Rank.Medium,
    "An alarm that ends in a topic without a subscription wakes nobody.",
    "add a TopicSubscription for the topic")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Alarm, .. ResourceTypes.Topic, .. ResourceTypes.TopicSubscription];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        foreach (var alarm in graph.OfType(ResourceTypes.Alarm)
            .Where(alarm => alarm["alarmActions"].IsUnknown && alarm.DependenciesOf("alarmActions").Count == 0))
            yield return Undetermined(alarm, alarm["alarmActions"]);
        foreach (var topic in TopicsOf(graph))
        {
            if (!graph.PointingTo(topic, ResourceTypes.Topic, ResourceTypes.TopicSubscription, "topic").Any())
                yield return Fail(topic, null, "alarms end in it and nobody has subscribed to it");
        }
    }

    internal static IEnumerable<ResourceNode> TopicsOf(ResourceGraph graph) => graph.OfType(ResourceTypes.Alarm)
        .SelectMany(alarm => alarm["alarmActions"] is { IsUnknown: true } all
            ? [(alarm, action: all)]
            : alarm["alarmActions"].Items.Select(action => (alarm, action)))
        .SelectMany(entry => graph.Resolve(entry.alarm, entry.action, ResourceTypes.Topic).Candidates)
        .Distinct();
}
