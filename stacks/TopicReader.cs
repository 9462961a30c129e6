using System.Text.Json;
using Infra.Components;
using Infra.Components.Messaging;

namespace Infra.Stacks;

/// <summary>Reads <c>infra:topics</c>: an object of topics, each with the order in which its events reach queues.</summary>
internal static class TopicReader
{
    private const string Key = "infra:topics";

    public static IReadOnlyList<TopicSettings> Read(ConfigurationReader values) =>
        values.Json(Key, JsonValueKind.Object) is { } topics
            ? [.. topics.EnumerateObject()
                .OrderBy(topic => topic.Name, StringComparer.Ordinal)
                .Select(topic => ReadTopic(values, topic.Name, topic.Value))
                .OfType<TopicSettings>()]
            : [];

    /// <summary>Whether every queue listens to topics that exist and can reach it.</summary>
    public static void CheckListeners(ConfigurationReader values, IReadOnlyList<TopicSettings> topics, IReadOnlyList<QueueSettings> queues)
    {
        var orders = topics.ToDictionary(topic => topic.Key, topic => topic.Order);
        foreach (var (queue, topic) in queues.SelectMany(queue => queue.Topics.Select(topic => (queue, topic)))
            .Where(listener => values.Has(Key, $"{Key}.{listener.topic}")))
            if (!orders.TryGetValue(topic, out var order))
                values.Problem($"infra:queues.{queue.Key}.topics", $"lists {topic}; expected are names of {Key}: {Listed(topics)}.");
            else if (queue.Order is JobOrder.PerGroup && order is JobOrder.Any)
                values.Problem($"infra:queues.{queue.Key}.topics", $"lists {topic}, which keeps no order, but the queue does; "
                    + "SNS delivers to ordered queues from ordered topics only.");
    }

    private static TopicSettings? ReadTopic(ConfigurationReader values, string name, JsonElement order)
    {
        var key = $"{Key}.{name}";
        if (!Naming.IsWord(name))
            values.Problem(key, "is no name; expected are lower-case words joined by hyphens, beginning with a letter.");
        return QueueReader.OrderOf(values, key, order) is { } read ? new(name, read) : null;
    }

    private static string Listed(IReadOnlyList<TopicSettings> topics) =>
        topics.Count == 0 ? "there is none" : string.Join(", ", topics.Select(topic => topic.Key));
}
