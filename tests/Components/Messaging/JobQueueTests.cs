using Infra.Components.Messaging;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Messaging;

public sealed class JobQueueTests
{
    private const string Queue = "aws:sqs/queue:Queue";

    [Fact]
    public async Task A_job_that_fails_too_often_goes_to_the_dead_letters_and_can_come_back()
    {
        var plan = await Plan.Of(() => _ = new JobQueue("mails", Jobs.Queue));

        plan.One(Queue, "mails").Text("redrivePolicy")
            .ShouldBe("""{"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:123456789012:shop-test-mails-dead","maxReceiveCount":3}""");
        plan.One(Queue, "mails").DependsOn.ShouldBe(["mails-dead"]);
        plan.One("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").Text("redriveAllowPolicy")
            .ShouldBe("""{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:eu-central-1:123456789012:shop-test-mails"]}""");
        plan.One(Queue, "mails-dead").Number("messageRetentionSeconds").ShouldBe(1_209_600);
    }

    [Fact]
    public async Task Jobs_are_encrypted_and_fetched_without_haste()
    {
        var plan = await Plan.Of(() => _ = new JobQueue("mails", Jobs.Queue));

        plan.Some(Queue).ShouldAllBe(queue => queue.Text("kmsMasterKeyId") == "arn:aws:kms:eu-central-1:123456789012:key/1");
        var queue = plan.One(Queue, "mails");
        (queue.Number("visibilityTimeoutSeconds"), queue.Number("receiveWaitTimeSeconds"), queue.Number("messageRetentionSeconds"))
            .ShouldBe((120, 20, 345_600));
        (queue.Flag("fifoQueue"), queue.Text("deduplicationScope")).ShouldBe((false, null));
    }

    [Fact]
    public async Task An_ordered_queue_is_ordered_to_the_dead_letters_and_one_slow_group_holds_up_no_other()
    {
        var plan = await Plan.Of(() => _ = new JobQueue("payments", Jobs.Queue with { Order = JobOrder.PerGroup }));

        plan.Some(Queue).Select(queue => queue.Text("name")).ShouldBe(["shop-test-payments-dead.fifo", "shop-test-payments.fifo"]);
        plan.Some(Queue).ShouldAllBe(queue => queue.Flag("fifoQueue") == true
            && queue.Text("deduplicationScope") == "messageGroup"
            && queue.Text("fifoThroughputLimit") == "perMessageGroupId");
    }

    [Fact]
    public async Task A_preview_shows_in_full_who_may_do_what_with_a_queue()
    {
        var plan = await Plan.OfFirstPreview(() =>
        {
            var uploads = new JobTopic("uploads", Jobs.Topic);
            _ = new JobQueue("mails", Jobs.Queue with { Topics = [uploads] });
        });

        plan.One("aws:sqs/queuePolicy:QueuePolicy", "mails").Text("policy").ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"DenyPlainHttp","Effect":"Deny","Principal":{"AWS":"*"},"Action":["sqs:*"],"Resource":["arn:aws:sqs:eu-central-1:123456789012:shop-test-mails"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}},{"Sid":"Deliverarnawssnseucentral1123456789012shoptestuploads","Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":["sqs:SendMessage"],"Resource":["arn:aws:sqs:eu-central-1:123456789012:shop-test-mails"],"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:sns:eu-central-1:123456789012:shop-test-uploads"}}}]}
            """);
        plan.One("aws:sqs/queuePolicy:QueuePolicy", "mails-dead").Text("policy")!
            .ShouldContain("\"Resource\":[\"arn:aws:sqs:eu-central-1:123456789012:shop-test-mails-dead\"]");
        plan.One("aws:sns/topicPolicy:TopicPolicy").Text("policy")!.ShouldContain("\"Action\":[\"sns:Publish\"]");
    }

    [Fact]
    public async Task An_event_reaches_every_queue_that_listens_as_it_was_sent()
    {
        var plan = await Plan.Of(() =>
        {
            var uploads = new JobTopic("uploads", Jobs.Topic);
            _ = new JobQueue("thumbnails", Jobs.Queue with { Topics = [uploads] });
            _ = new JobQueue("virus-scan", Jobs.Queue with { Topics = [uploads] });
        });

        var subscriptions = plan.Some("aws:sns/topicSubscription:TopicSubscription");
        subscriptions.Select(subscription => subscription.Name).ShouldBe(["thumbnails-uploads", "virus-scan-uploads"]);
        subscriptions.ShouldAllBe(subscription => subscription.Flag("rawMessageDelivery") == true && subscription.Text("protocol") == "sqs");
        subscriptions[0].DependsOn.ShouldBe(["thumbnails"]);
        subscriptions[0].Text("redrivePolicy").ShouldBe("""{"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:123456789012:shop-test-thumbnails-dead"}""");
    }

    [Fact]
    public async Task People_are_told_of_jobs_that_wait_too_long_are_too_many_or_failed()
    {
        var alarms = await Jobs.AlarmsOf(() => new JobQueue("mails", Jobs.Queue));

        alarms.Select(alarm => (alarm.Name, alarm.Text("metricName"), alarm.Text("dimensions.QueueName"), alarm.Number("threshold"))).ShouldBe(
        [
            ("alarms-mails-age", "ApproximateAgeOfOldestMessage", "shop-test-mails", 600),
            ("alarms-mails-depth", "ApproximateNumberOfMessagesVisible", "shop-test-mails", 5000),
            ("alarms-mails-dead", "ApproximateNumberOfMessagesVisible", "shop-test-mails-dead", 0),
        ]);
        alarms.ShouldAllBe(alarm => alarm.List("alarmActions").Length == 1 && alarm.Text("treatMissingData") == "notBreaching");
    }

    [Fact]
    public async Task People_are_told_of_events_that_reached_no_queue()
    {
        var alarm = (await Jobs.AlarmsOf(() => new JobTopic("uploads", Jobs.Topic))).ShouldHaveSingleItem();

        (alarm.Name, alarm.Text("metricName"), alarm.Text("dimensions.TopicName"), alarm.Number("threshold"))
            .ShouldBe(("alarms-uploads-undelivered", "NumberOfNotificationsFailed", "shop-test-uploads", 0));
    }

    [Fact]
    public async Task The_dashboard_shows_what_waits_what_is_done_and_what_failed()
    {
        IReadOnlyList<string> lines = [];
        await Plan.Of(() => lines = [.. new JobQueue("mails", Jobs.Queue).Telemetry.Widgets.Single().Lines.Select(line => line.Label)]);

        lines.ShouldBe(["waiting", "at work", "sent", "done", "failed"]);
    }

    [Fact]
    public async Task Adding_a_listener_changes_no_identity()
    {
        var before = await Plan.Of(() => Listeners("thumbnails"));
        var after = await Plan.Of(() => Listeners("audit", "thumbnails"));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();

        static void Listeners(params string[] names)
        {
            var uploads = new JobTopic("uploads", Jobs.Topic);
            foreach (var name in names)
                _ = new JobQueue(name, Jobs.Queue with { Topics = [uploads] });
        }
    }

    [Fact]
    public async Task A_long_name_is_cut_to_what_a_queue_may_be_called()
    {
        var plan = await Plan.Of(() => _ = new JobQueue(new string('q', 90), Jobs.Queue with { Order = JobOrder.PerGroup }));

        plan.Some(Queue).ShouldAllBe(queue => queue.Text("name")!.Length == 80);
        plan.Some(Queue).Select(queue => queue.Text("name")).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Every_problem_of_a_queue_is_told_at_once() =>
        (await Plan.ErrorOf(() =>
        {
            var uploads = new JobTopic("uploads", Jobs.Topic);
            _ = new JobQueue("Mails", Jobs.Queue with
            {
                Order = JobOrder.PerGroup,
                Handling = new() { SecondsPerJob = 43_201, Attempts = 1001, RetentionDays = 14, DelaySeconds = 901, JobBytes = 1_048_577 },
                BackPressure = new() { OldestSeconds = 1_209_600, WaitingJobs = 0 },
                Topics = [uploads, uploads],
            });
        })).ShouldBe(
            """
            JobQueue 'Mails' cannot be built:
              - The name 'Mails' of the queue may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - SecondsPerJob is 43201; allowed is 1 to 43200.
              - Attempts is 1001; allowed is 1 to 1000.
              - RetentionDays is 14; allowed is 1 to 13, so that dead letters, kept 14 days from when they were sent, outlive the queue.
              - DelaySeconds is 901; allowed is 0 to 900.
              - JobBytes is 1048577; allowed is 1024 to 1048576.
              - OldestSeconds is 1209600, but after 1209600 seconds a job is dropped, so the alarm would come too late. Lower it, or raise RetentionDays.
              - WaitingJobs is 0; expected is at least 1.
              - The topic 'uploads' is named 2 times; expected is once.
              - The queue is ordered, but the topic 'uploads' is not; SNS delivers to ordered queues from ordered topics only.
              - The queue is ordered, but the topic 'uploads' is not; SNS delivers to ordered queues from ordered topics only.
            """);

    [Fact]
    public async Task Retries_end_before_the_job_is_forgotten() =>
        (await Plan.ErrorOf(() => _ = new JobQueue("mails", Jobs.Queue with
        {
            Handling = new() { SecondsPerJob = 43_200, Attempts = 2, RetentionDays = 1 },
            BackPressure = new() { OldestSeconds = 0, WaitingJobs = 1 },
        }))).ShouldBe(
            """
            JobQueue 'mails' cannot be built:
              - Attempts (2) of SecondsPerJob (43200) last longer than RetentionDays (1): a failing job would vanish before it reaches the dead letters.
              - OldestSeconds is 0; expected is at least 1.
            """);

    [Fact]
    public async Task A_topic_of_another_region_is_refused() =>
        (await Plan.ErrorOf(() =>
        {
            var uploads = new JobTopic("uploads", Jobs.Topic with { Location = Places.Frankfurt with { Region = "eu-west-1" } });
            _ = new JobQueue("mails", Jobs.Queue with { Topics = [uploads] });
        })).ShouldBe(
            """
            JobQueue 'mails' cannot be built:
              - The topic 'uploads' lies in eu-west-1, the queue in eu-central-1; SNS subscribes in the topic's region only. Make the queue in eu-west-1, or the topic in eu-central-1.
            """);

    [Fact]
    public async Task A_topic_whose_name_cannot_be_a_name_is_refused() =>
        (await Plan.ErrorOf(() => _ = new JobTopic("up_loads", Jobs.Topic))).ShouldContain("The name 'up_loads' of the topic may hold");
}
