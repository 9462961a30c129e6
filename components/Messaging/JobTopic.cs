using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Sns;

namespace Infra.Components.Messaging;

public sealed record JobTopicArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required JobOrder Order { get; init; }

    /// <summary>A key whose policy lets SNS use it.</summary>
    public required Input<string> KeyArn { get; init; }
}

/// <summary>Hands each event to every queue that listens to it. Queues name their topics, so a new listener touches nobody else.</summary>
public sealed class JobTopic : ComponentResource, IObserved
{
    public JobTopic(string name, JobTopicArgs args, ComponentResourceOptions? options = null)
        : base("infra:messaging:JobTopic", name, options)
    {
        new Problems("JobTopic", name).Add(QueueName.Check(CloudName.Topic, name)).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        Name = name;
        Order = args.Order;
        Region = args.Location.Region;
        TopicName = QueueName.Of(args.Naming, CloudName.Topic, name, args.Order);
        TopicArn = args.Location.Arn("sns", TopicName);

        Topic = CreateTopic(name, args, child);
        DemandTls(name, args, child);
        KeyArn = args.KeyArn;
        Telemetry = TopicTelemetry.Of(name, args.Location.Region, TopicName);
        RegisterOutputs();
    }

    [Output("topicName")]
    public string TopicName { get; }

    [Output("topicArn")]
    public string TopicArn { get; }

    public Telemetry Telemetry { get; }

    /// <summary>In the program.</summary>
    internal string Name { get; }

    internal JobOrder Order { get; }

    internal string Region { get; }

    internal Input<string> KeyArn { get; }

    internal Topic Topic { get; }

    private Topic CreateTopic(string name, JobTopicArgs args, CustomResourceOptions child) =>
        new(name, new TopicArgs
        {
            Region = args.Location.Region,
            Name = TopicName,
            FifoTopic = args.Order is JobOrder.PerGroup,
            KmsMasterKeyId = args.KeyArn,
            Tags = args.Naming.Tags(name),
        }, child);

    private void DemandTls(string name, JobTopicArgs args, CustomResourceOptions child) =>
        _ = new TopicPolicy(name, new TopicPolicyArgs
        {
            Region = args.Location.Region,
            Arn = Topic.Arn,
            Policy = QueuePolicies.OfTopic(TopicArn).ToString(),
        }, child);
}
