using Infra.Components.Messaging;
using Infra.Stacks;
using Pulumi;

namespace Infra.Tests.Stacks;

public sealed class QueueSettingsTests
{
    [Fact]
    public void A_queue_counts_as_overloaded_when_all_its_workers_could_not_begin_its_jobs_in_time()
    {
        var mails = Read("""{"mails": {"order": "any", "secondsPerJob": 60, "averageJobSeconds": 7, "acceptableWaitSeconds": 120,"""
            + """ "workersMinimum": 1, "workersMaximum": 3}}""").Queues.ShouldHaveSingleItem();

        (mails.Order, mails.Topics.Count, mails.BackPressure.WaitingJobs, mails.BackPressure.OldestSeconds).ShouldBe((JobOrder.Any, 0, 52, 240));
    }

    [Fact]
    public void All_problems_of_queues_are_reported_at_once() =>
        Should.Throw<RunException>(() => Read(
            """
            {
              "Mails": {"order": "some", "topics": ["Or ders"], "secondsPerJob": "60", "averageJobSeconds": 2, "workersMinimum": 1, "workersMaximum": 3, "fifo": true},
              "payments": [],
              "search": {"order": "any", "secondsPerJob": 43201, "averageJobSeconds": 2, "acceptableWaitSeconds": 120, "workersMinimum": 3, "workersMaximum": 3}
            }
            """)).Message.ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:queues.Mails is no name; expected are lower-case words joined by hyphens, beginning with a letter.
              - infra:queues.Mails.fifo is unknown; allowed are acceptableWaitSeconds, averageJobSeconds, order, secondsPerJob, topics, workersMaximum, workersMinimum.
              - infra:queues.Mails.acceptableWaitSeconds is missing; Pulumi.yaml describes it.
              - infra:queues.Mails.secondsPerJob is '60'; expected is a whole number.
              - infra:queues.Mails.order is 'some'; allowed is one of any, per-group.
              - infra:queues.Mails.topics is '["Or ders"]'; expected is a list of names, such as [uploads].
              - infra:queues.payments is '[]'; expected is an object with acceptableWaitSeconds, averageJobSeconds, order, secondsPerJob, topics, workersMaximum, workersMinimum.
              - infra:queues.search does not fit: SecondsPerJob is 43201; allowed is 1 to 43200.
              - infra:queues.search does not fit: Maximum is 3 and Minimum is 3; Maximum must be larger, or there is nothing to scale.
            """);

    [Fact]
    public void Queues_listen_to_topics_that_are_there_and_can_reach_them() =>
        Should.Throw<RunException>(() => Read(
            """
            {
              "mails": {"order": "any", "topics": ["orders", "uploads"], "secondsPerJob": 60, "averageJobSeconds": 2, "acceptableWaitSeconds": 120, "workersMinimum": 1, "workersMaximum": 3},
              "payments": {"order": "per-group", "topics": ["orders", "refunds"], "secondsPerJob": 60, "averageJobSeconds": 2, "acceptableWaitSeconds": 120, "workersMinimum": 1, "workersMaximum": 3}
            }
            """,
            """{"orders": "any", "refunds": "per-group"}""")).Message.ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:queues.mails.topics lists uploads; expected are names of infra:topics: orders, refunds.
              - infra:queues.payments.topics lists orders, which keeps no order, but the queue does; SNS delivers to ordered queues from ordered topics only.
            """);

    [Fact]
    public void A_topic_has_a_name_and_an_order() =>
        Should.Throw<RunException>(() => Read("{}", """{"Orders": "any", "refunds": "fifo"}""")).Message.ShouldBe(
            """
            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:topics.Orders is no name; expected are lower-case words joined by hyphens, beginning with a letter.
              - infra:topics.refunds is 'fifo'; allowed is one of any, per-group.
            """);

    private static StackSettings Read(string queues, string topics = """{"orders": "any"}""")
    {
        var configuration = StackConfiguration.Of("dev");
        configuration["infra:queues"] = queues;
        configuration["infra:topics"] = topics;
        return StackSettings.Read("dev", configuration.Find);
    }
}
