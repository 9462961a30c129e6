using Infra.Components.Messaging;
using Infra.Stacks;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Stacks;

public sealed class QueueSettingsTests
{
    [Fact]
    public void A_queue_counts_as_overloaded_when_all_its_workers_could_not_begin_its_jobs_in_time()
    {
        var mails = Read("""{"mails": {"order": "any", "secondsPerJob": 60, "averageJobSeconds": 7, "acceptableWaitSeconds": 120, "workersMinimum": 1, "workersMaximum": 3}}""").Queues.ShouldHaveSingleItem();

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
    public async Task Adding_a_queue_changes_nothing_that_is_there()
    {
        var all = StackSettings.Read("prod", StackConfiguration.Of("prod").Find);
        var fewer = all with { Queues = [.. all.Queues.Skip(1)] };

        var before = (await Plan.Of(() => Platform.Build(fewer))).Urns("prod");
        var after = (await Plan.Of(() => Platform.Build(all))).Urns("prod");

        before.Except(after).ShouldBeEmpty();
        after.Count.ShouldBeGreaterThan(before.Count);
    }

    private static StackSettings Read(string queues)
    {
        var configuration = StackConfiguration.Of("dev");
        configuration["infra:queues"] = queues;
        return StackSettings.Read("dev", configuration.Find);
    }
}
