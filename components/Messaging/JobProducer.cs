using System.Collections.Immutable;
using Pulumi;

namespace Infra.Components.Messaging;

/// <summary>
/// What machines need that send jobs and publish events: one policy, and the names of it all. One for all queues, because the policies
/// within a role may have 10,240 characters together.
/// </summary>
/// <param name="Queues">By keys that names of environment variables are made of.</param>
/// <param name="Topics">The same.</param>
public sealed record JobProducer(IReadOnlyDictionary<string, JobQueue> Queues, IReadOnlyDictionary<string, JobTopic> Topics)
{
    public Output<string> Policy => Output.All(Keys).Apply(keys => QueuePolicies.Produce(
        [.. Queues.Values.Select(queue => queue.QueueArn).Order(StringComparer.Ordinal)],
        [.. Topics.Values.Select(topic => topic.TopicArn).Order(StringComparer.Ordinal)],
        // Unknown in a first preview, where they are null.
        [.. keys.Where(key => key is not null).Distinct().Order(StringComparer.Ordinal)]).ToString());

    /// <summary>For example <c>SEARCH_INDEX_QUEUE_NAME</c> and <c>ORDERS_TOPIC_ARN</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment => Queues
        .Select(queue => KeyValuePair.Create($"{Variable(queue.Key)}_QUEUE_NAME", queue.Value.QueueName))
        .Concat(Topics.Select(topic => KeyValuePair.Create($"{Variable(topic.Key)}_TOPIC_ARN", topic.Value.TopicArn)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private IEnumerable<Input<string>> Keys => Queues.Values.Select(queue => queue.KeyArn).Concat(Topics.Values.Select(topic => topic.KeyArn));

    private static string Variable(string key) => key.ToUpperInvariant().Replace('-', '_');
}
