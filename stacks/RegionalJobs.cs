using Infra.Components.Data;
using Infra.Components.Encryption;
using Infra.Components.Messaging;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Work that nobody waits for: topics, queues that listen to them, and the workers of each queue.</summary>
internal sealed record RegionalJobs(JobProducer Producer, IReadOnlyList<IObserved> Observed)
{
    public static WorkerTier Tier { get; } = new();

    /// <summary>What machines of other tiers need to send jobs and to publish events.</summary>
    public IReadOnlyDictionary<string, Output<string>> Permissions => new Dictionary<string, Output<string>> { ["jobs"] = Producer.Policy };

    public static IReadOnlyList<Flow> Flows(CacheTier caches) => [Tier.CanReach(new Internet()), Tier.CanReach(caches)];

    public static RegionalJobs Build(StackSettings settings, RegionalGround ground, ServerlessCache locks, Databases databases)
    {
        var (naming, region) = (settings.Naming, ground.Region.Location.Region);
        var key = new EncryptionKey($"queue-key-{region}", new()
        {
            Naming = naming,
            Location = ground.Region.Location,
            Purpose = KeyPurpose.Queues,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        var topics = settings.Topics.ToDictionary(topic => topic.Key, topic => new JobTopic($"{topic.Key}-topic-{region}", new()
        {
            Naming = naming,
            Location = ground.Region.Location,
            Order = topic.Order,
            KeyArn = key.KeyArn,
        }));

        var queues = settings.Queues.ToDictionary(queue => queue.Key, queue => new JobQueue($"{queue.Key}-{region}", new()
        {
            Naming = naming,
            Location = ground.Region.Location,
            Order = queue.Order,
            Handling = queue.Handling,
            BackPressure = queue.BackPressure,
            KeyArn = key.KeyArn,
            Topics = [.. queue.Topics.Select(topic => topics[topic])],
        }));

        var workers = settings.Queues.Select(queue => new WorkerPool($"{queue.Key}-workers-{region}", new()
        {
            Naming = naming,
            Location = ground.Region.Location,
            Subnets = ground.Network.AppSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(Tier),
            Queue = queues[queue.Key],
            Machine = new()
            {
                Image = ground.Region.ImageId,
                InstanceType = settings.WorkerInstanceType,
                BootScript = BootScripts.ForWorkers(queues[queue.Key], locks, databases.EnvironmentIn(region)),
            },
            Scaling = queue.Scaling,
            Permissions = databases.PermissionsIn(region).Append(new("locks", locks.ConnectPolicy)).ToDictionary(),
        }, new() { DependsOn = { ground.Firewall } })).ToList();

        return new(new JobProducer(queues, topics), [.. topics.Values, .. queues.Values, .. workers]);
    }
}
