using Infra.Components.Messaging;

namespace Infra.Stacks;

/// <summary>A kind of event.</summary>
/// <param name="Key">Names the topic; frozen.</param>
/// <param name="Order">Frozen: AWS makes a topic anew to change it, and its subscriptions are lost.</param>
public sealed record TopicSettings(string Key, JobOrder Order);
