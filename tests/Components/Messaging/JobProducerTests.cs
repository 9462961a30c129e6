using System.Globalization;
using Infra.Components.Compute;
using Infra.Components.Messaging;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Messaging;

public sealed class JobProducerTests
{
    // IAM and STS quotas, aggregate size of the policies within a role, read 2026-11.
    private const int MostCharacters = 10_240;

    [Fact]
    public async Task A_producer_may_send_to_its_queues_and_publish_to_its_topics() =>
        (await PolicyOf(2, 1)).ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"SendJobs","Effect":"Allow","Action":["sqs:SendMessage","sqs:GetQueueUrl","sqs:GetQueueAttributes"],"Resource":["arn:aws:sqs:eu-central-1:123456789012:shop-test-queue-1","arn:aws:sqs:eu-central-1:123456789012:shop-test-queue-2"]},{"Sid":"PublishEvents","Effect":"Allow","Action":["sns:Publish"],"Resource":["arn:aws:sns:eu-central-1:123456789012:shop-test-topic-1"]},{"Sid":"UseKey","Effect":"Allow","Action":["kms:GenerateDataKey","kms:Decrypt"],"Resource":["arn:aws:kms:eu-central-1:123456789012:key/1"]}]}
            """);

    [Fact]
    public async Task Without_topics_nothing_is_said_of_them() => (await PolicyOf(1, 0)).ShouldNotContain("sns:");

    [Fact]
    public async Task Fifty_queues_and_twenty_topics_fit_into_a_role() => (await PolicyOf(50, 20)).Length.ShouldBeLessThan(MostCharacters / 2);

    [Fact]
    public async Task Producers_are_told_the_names_by_variables_that_systemd_can_read()
    {
        IReadOnlyDictionary<string, string> told = new Dictionary<string, string>();
        await Plan.Of(() => told = new JobProducer(
            new Dictionary<string, JobQueue> { ["search-index"] = new("search-index", Jobs.Queue with { Order = JobOrder.PerGroup }) },
            new Dictionary<string, JobTopic> { ["orders"] = new("orders", Jobs.Topic) }).Environment);

        told.ShouldBe(
        [
            KeyValuePair.Create("ORDERS_TOPIC_ARN", "arn:aws:sns:eu-central-1:123456789012:shop-test-orders"),
            KeyValuePair.Create("SEARCH_INDEX_QUEUE_NAME", "shop-test-search-index.fifo"),
        ]);
        new Application { Environment = told }.Check().ShouldBeEmpty();
    }

    private static async Task<string> PolicyOf(int queues, int topics)
    {
        var plan = await Plan.Of(() =>
        {
            var producer = new JobProducer(
                Numbered("queue", queues).ToDictionary(name => name, name => new JobQueue(name, Jobs.Queue)),
                Numbered("topic", topics).ToDictionary(name => name, name => new JobTopic(name, Jobs.Topic)));
            _ = new InstanceRole("web-role", new()
            {
                Naming = Places.Naming,
                Permissions = new Dictionary<string, Output<string>> { ["jobs"] = producer.Policy },
            });
        });
        return plan.One("aws:iam/rolePolicy:RolePolicy", "web-role-jobs").Text("policy")!;
    }

    private static IEnumerable<string> Numbered(string word, int count) =>
        Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{word}-{number}"));
}
