using System.Text.Json;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Sqs;

namespace Infra.Components.Messaging;

public sealed record JobQueueArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required JobOrder Order { get; init; }

    public required JobHandling Handling { get; init; }

    public required BackPressure BackPressure { get; init; }

    /// <summary>A key whose policy lets SNS use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Events of these become jobs.</summary>
    public IReadOnlyList<JobTopic> Topics { get; init; } = [];
}

/// <summary>
/// An encrypted queue of jobs that answers over TLS only. A job that fails too often goes to a queue of dead letters, from which
/// it can be sent back, and people are told.
/// </summary>
public sealed class JobQueue : ComponentResource, IObserved
{
    private const int LongPollSeconds = 20;
    private const int SecondsPerDay = 24 * 60 * 60;

    public JobQueue(string name, JobQueueArgs args, ComponentResourceOptions? options = null)
        : base("infra:messaging:JobQueue", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        Handling = args.Handling;
        QueueName = Messaging.QueueName.Of(args.Naming, CloudName.Queue, name, args.Order);
        QueueArn = args.Location.Arn("sqs", QueueName);
        var deadName = Messaging.QueueName.Of(args.Naming, CloudName.Queue, $"{name}-dead", args.Order);
        DeadLetterArn = args.Location.Arn("sqs", deadName);

        var dead = CreateDeadLetters(name, args, deadName, child);
        var queue = CreateQueue(name, args, dead, child);
        TakeBack(name, args, queue, dead, child);
        DemandTls($"{name}-dead", args, dead, DeadLetterArn, child);
        Listen(name, args, queue, DemandTls(name, args, queue, QueueArn, child), child);

        QueueUrl = queue.Url;
        KeyArn = args.KeyArn;
        Telemetry = QueueTelemetry.Of(name, args, QueueName, deadName);
        WorkPolicy = args.KeyArn.Apply(key => QueuePolicies.Work(QueueArn, key).ToString());
        RegisterOutputs();
    }

    [Output("queueName")]
    public string QueueName { get; }

    [Output("queueArn")]
    public string QueueArn { get; }

    [Output("queueUrl")]
    public Output<string> QueueUrl { get; }

    [Output("deadLetterArn")]
    public string DeadLetterArn { get; }

    /// <summary>What a role needs to receive jobs and to finish them; who sends them is a <see cref="JobProducer"/>.</summary>
    public Output<string> WorkPolicy { get; }

    public Telemetry Telemetry { get; }

    internal Input<string> KeyArn { get; }

    internal JobHandling Handling { get; }

    private static Problems Check(string name, JobQueueArgs args) => new Problems("JobQueue", name)
        .Add(Messaging.QueueName.Check(CloudName.Queue, name))
        .Add(args.Handling.Check())
        .Add(args.BackPressure.Check(args.Handling))
        .Add(CheckTopics(args));

    private static IEnumerable<string> CheckTopics(JobQueueArgs args)
    {
        foreach (var topic in args.Topics.GroupBy(topic => topic.Name).Where(group => group.Count() > 1))
            yield return $"The topic '{topic.Key}' is named {topic.Count()} times; expected is once.";
        // A subscription is made in the topic's region: elsewhere SNS calls its ARN an invalid parameter.
        foreach (var topic in args.Topics.Where(topic => topic.Region != args.Location.Region))
            yield return $"The topic '{topic.Name}' lies in {topic.Region}, the queue in {args.Location.Region}; SNS subscribes in the topic's region only. "
                + $"Make the queue in {topic.Region}, or the topic in {args.Location.Region}.";
        if (args.Order is JobOrder.Any) yield break;

        // SNS developer guide, FIFO topics, message delivery, read 2026-11. The other way round is allowed.
        foreach (var topic in args.Topics.Where(topic => topic.Order is JobOrder.Any))
            yield return $"The queue is ordered, but the topic '{topic.Name}' is not; SNS delivers to ordered queues from ordered topics only.";
    }

    private static Queue CreateDeadLetters(string name, JobQueueArgs args, string deadName, CustomResourceOptions child) =>
        new($"{name}-dead", Described($"{name}-dead", args, deadName, JobHandling.MaximumRetentionDays), child);

    private Queue CreateQueue(string name, JobQueueArgs args, Queue dead, CustomResourceOptions child)
    {
        var described = Described(name, args, QueueName, args.Handling.RetentionDays);
        described.DelaySeconds = args.Handling.DelaySeconds;
        described.RedrivePolicy = JsonSerializer.Serialize(new { deadLetterTargetArn = DeadLetterArn, maxReceiveCount = args.Handling.Attempts });
        // The policy names the dead letters by an ARN that is known beforehand, so only this makes it wait for them.
        return new(name, described, CustomResourceOptions.Merge(child, new() { DependsOn = { dead } }));
    }

    private static QueueArgs Described(string name, JobQueueArgs args, string queueName, int retentionDays) => new()
    {
        Region = args.Location.Region,
        Name = queueName,
        FifoQueue = args.Order is JobOrder.PerGroup,
        // One slow group must not hold up the others.
        DeduplicationScope = args.Order is JobOrder.PerGroup ? (Input<string>)"messageGroup" : null,
        FifoThroughputLimit = args.Order is JobOrder.PerGroup ? (Input<string>)"perMessageGroupId" : null,
        KmsMasterKeyId = args.KeyArn,
        KmsDataKeyReusePeriodSeconds = 300,
        MaxMessageSize = args.Handling.JobBytes,
        MessageRetentionSeconds = retentionDays * SecondsPerDay,
        ReceiveWaitTimeSeconds = LongPollSeconds,
        VisibilityTimeoutSeconds = args.Handling.SecondsPerJob,
        Tags = args.Naming.Tags(name),
    };

    private void TakeBack(string name, JobQueueArgs args, Queue queue, Queue dead, CustomResourceOptions child) =>
        _ = new RedriveAllowPolicy($"{name}-dead", new RedriveAllowPolicyArgs
        {
            Region = args.Location.Region,
            QueueUrl = dead.Url,
            RedriveAllowPolicyName = JsonSerializer.Serialize(new { redrivePermission = "byQueue", sourceQueueArns = new[] { QueueArn } }),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { queue } }));

    private static QueuePolicy DemandTls(string name, JobQueueArgs args, Queue queue, string arn, CustomResourceOptions child) =>
        new(name, new QueuePolicyArgs
        {
            Region = args.Location.Region,
            QueueUrl = queue.Url,
            Policy = QueuePolicies.OfQueue(arn, [.. args.Topics.Select(topic => topic.TopicArn)]).ToString(),
        }, child);

    // What a topic cannot deliver becomes a dead letter here, too.
    private void Listen(string name, JobQueueArgs args, Queue queue, QueuePolicy policy, CustomResourceOptions child)
    {
        foreach (var topic in args.Topics)
            _ = new TopicSubscription($"{name}-{topic.Name}", new TopicSubscriptionArgs
            {
                Region = args.Location.Region,
                Topic = topic.Topic.Arn,
                Protocol = "sqs",
                Endpoint = queue.Arn,
                RawMessageDelivery = true,
                RedrivePolicy = JsonSerializer.Serialize(new { deadLetterTargetArn = DeadLetterArn }),
            }, CustomResourceOptions.Merge(child, new() { DependsOn = { policy } }));
    }
}
