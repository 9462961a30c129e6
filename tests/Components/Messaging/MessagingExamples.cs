using Infra.Components;
using Infra.Components.Encryption;
using Infra.Components.Messaging;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Messaging;

/// <summary>The code that the pages of queues and keys show.</summary>
public sealed class MessagingExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    [Fact]
    public async Task The_examples_make_queues_that_work()
    {
        IReadOnlyDictionary<string, string> environment = new Dictionary<string, string>();
        var plan = await Plan.Of(() =>
        {
            var key = Key();
            var orders = Topic(key);
            var mails = Queue(key, orders);
            Workers(mails, Places.Subnets(SubnetTier.App, "a", "b"), "sg-1");
            environment = Producer(mails, orders).Environment;
        });

        environment.ShouldBe(
        [
            KeyValuePair.Create("MAILS_QUEUE_NAME", "shop-test-mails-eu-central-1"),
            KeyValuePair.Create("ORDERS_TOPIC_ARN", "arn:aws:sns:eu-central-1:123456789012:shop-test-orders-topic-eu-central-1"),
        ]);

        plan.Resources.Where(resource => resource.Parent is null).Select(resource => resource.Name)
            .ShouldBe(["queue-key-eu-central-1", "orders-topic-eu-central-1", "mails-eu-central-1", "mails-workers-eu-central-1"]);
    }

    private static EncryptionKey Key()
    {
        var key = new EncryptionKey("queue-key-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Purpose = KeyPurpose.Queues,
            DeletionProtection = true,
        });
        return key;
    }

    private static JobTopic Topic(EncryptionKey key)
    {
        var orders = new JobTopic("orders-topic-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Order = JobOrder.Any,
            KeyArn = key.KeyArn,
        });
        return orders;
    }

    private static JobQueue Queue(EncryptionKey key, JobTopic orders)
    {
        var mails = new JobQueue("mails-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Order = JobOrder.Any,
            Handling = new() { SecondsPerJob = 60, Attempts = 5 },
            BackPressure = new() { OldestSeconds = 240, WaitingJobs = 1200 },
            KeyArn = key.KeyArn,
            Topics = [orders],
        });
        return mails;
    }

    private static JobProducer Producer(JobQueue mails, JobTopic orders)
    {
        var producer = new JobProducer(
            new Dictionary<string, JobQueue> { ["mails"] = mails },
            new Dictionary<string, JobTopic> { ["orders"] = orders });
        return producer;
    }

    private static WorkerPool Workers(JobQueue mails, IReadOnlyList<ZoneSubnet> subnets, string securityGroupId)
    {
        var workers = new WorkerPool("mails-workers-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = subnets,
            SecurityGroupId = securityGroupId,
            Queue = mails,
            Machine = new()
            {
                Image = "ami-0a1b2c3d4e5f60718",
                InstanceType = "m7g.large",
                BootScript = new("#!/bin/bash\nsystemctl enable --now worker\n"),
            },
            Scaling = new() { Minimum = 2, Maximum = 20, AverageJobSeconds = 2, AcceptableWaitSeconds = 120 },
        });
        return workers;
    }
}
