using Infra.Components.Operations;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Operations;

public sealed class AlarmTopicTests
{
    private static readonly AlarmTopicArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Emails = ["on-call@shop.example"],
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1",
    };

    [Fact]
    public async Task An_alarm_reaches_a_person_through_a_topic_that_cloudwatch_may_write_to()
    {
        var plan = await Plan.Of(() => _ = new AlarmTopic("alarms", Args));

        var subscription = plan.One("aws:sns/topicSubscription:TopicSubscription", "alarms-on-call-at-shop.example");
        (subscription.Text("protocol"), subscription.Text("endpoint"), subscription.Text("topic"))
            .ShouldBe(("email", "on-call@shop.example", "arn:aws:mock:::alarms"));
        plan.One("aws:sns/topic:Topic").Text("kmsMasterKeyId").ShouldBe("arn:aws:kms:eu-central-1:123456789012:key/1");
        plan.One("aws:sns/topicPolicy:TopicPolicy").Text("policy")!.ShouldContain(
            """
            "Sid":"PublishByCloudwatch","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":["sns:Publish"],"Resource":["arn:aws:mock:::alarms"],"Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}
            """);
    }

    [Fact]
    public async Task Another_reader_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new AlarmTopic("alarms", Args));
        var after = await Plan.Of(() => _ = new AlarmTopic("alarms", Args with { Emails = ["duty@shop.example", .. Args.Emails] }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_of_a_topic_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new AlarmTopic("Alarms", Args with { Emails = ["on-call", "a@shop.example", "A@shop.example"] }))).ShouldBe(
            """
            AlarmTopic 'Alarms' cannot be built:
              - The name 'Alarms' of the topic may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - 'on-call' is not an e-mail address.
              - a@shop.example is given 2 times.
            """);

    [Fact]
    public async Task A_topic_that_nobody_reads_is_refused() =>
        (await Plan.ErrorOf(() => _ = new AlarmTopic("alarms", Args with { Emails = [] }))).ShouldContain("Nobody is told of alarms");
}
