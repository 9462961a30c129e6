using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Messaging;

internal static class PlainTextCases
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Topic = "aws:sns/topic:Topic";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("sqs-tls-only", "plain text is refused", Jobs("<unknown:jobs>", Refusal("sqs:*"))),
        Passes("sqs-tls-only", "refused in the queue itself", new SampleProgram().Add(Queue, "jobs", $$"""{ "policy": {{Refusal("sqs:*")}} }""")),
        Passes("sqs-tls-only", "refused for each action that carries messages",
            Jobs("jobs", Refusal("sqs:SendMessage\", \"sqs:ReceiveMessage\", \"sqs:DeleteMessage"))),
        Fails("sqs-tls-only", "no policy", new SampleProgram().Add(Queue, "jobs")),
        Fails("sqs-tls-only", "only sending is refused", Jobs("jobs", Refusal("sqs:SendMessage")), "policy"),
        Fails("sqs-tls-only", "refused to one account", Jobs("jobs", Refusal("sqs:*", "123456789012"))),
        IsOpen("sqs-tls-only", "not known", Jobs("jobs", "\"<unknown>\""), "policy"),
        IsOpen("sqs-tls-only", "the policy of one of two queues", Jobs("<unknown:jobs:dead>", Refusal("sqs:*")).Add(Queue, "dead"), "queueUrl"),
        Passes("sns-tls-only", "plain text is refused", Events(Refusal("sns:Publish"))),
        Fails("sns-tls-only", "no policy", new SampleProgram().Add(Topic, "events")),
        Fails("sns-tls-only", "subscribing is refused", Events(Refusal("sns:Subscribe"))),
        IsOpen("sns-tls-only", "not known", Events("\"<unknown>\""), "policy"),
    ];

    private static SampleProgram Jobs(string queue, string policy) => new SampleProgram().Add(Queue, "jobs")
        .Add("aws:sqs/queuePolicy:QueuePolicy", "policy", $$"""{ "queueUrl": "{{queue}}", "policy": {{policy}} }""");

    private static SampleProgram Events(string policy) => new SampleProgram().Add(Topic, "events", """{ "arn": "arn:events" }""")
        .Add("aws:sns/topicPolicy:TopicPolicy", "policy", $$"""{ "arn": "arn:events", "policy": {{policy}} }""");

    private static string Refusal(string action, string principal = "*") => $$"""
        { "Statement": [{ "Effect": "Deny", "Principal": { "AWS": "{{principal}}" }, "Action": ["{{action}}"], "Resource": "*",
          "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] }
        """;
}
