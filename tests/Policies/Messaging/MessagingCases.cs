using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Messaging;

internal static class MessagingCases
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Topic = "aws:sns/topic:Topic";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("sqs-policy-not-public", "aws:sqs/queuePolicy:QueuePolicy",
            (Pass, "a topic of the program", Lets("sqs:SendMessage",
                """, "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-central-1:123456789012:orders" } }""")),
            (Fail, "everyone", Lets("sqs:SendMessage")),
            (Fail, "everyone over TLS", Lets("sqs:SendMessage", """, "Condition": { "Bool": { "aws:SecureTransport": "true" } }""")),
            (Fail, "from any source at all", Lets("sqs:SendMessage", """, "Condition": { "StringLike": { "aws:SourceArn": "*" } }""")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("sqs-policy-not-public", Queue, (Fail, "in the queue itself", Lets("sqs:*"))),
        .. Of("sns-policy-not-public", "aws:sns/topicPolicy:TopicPolicy",
            (Pass, "one organization", Lets("sns:Subscribe", """, "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } }""")),
            (Fail, "everyone", Lets("sns:Subscribe")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Chains,
        .. Of("sqs-encrypted", Queue,
            (Pass, "by default", "{}"),
            (Pass, "with a key", """{ "kmsMasterKeyId": "<unknown>", "sqsManagedSseEnabled": false }"""),
            (Fail, "switched off", """{ "sqsManagedSseEnabled": false }"""),
            (Undetermined, "not known", """{ "sqsManagedSseEnabled": "<unknown>" }""")),
        .. Of("sns-encrypted", Topic,
            (Pass, "with a key", """{ "kmsMasterKeyId": "alias/aws/sns" }"""),
            (Fail, "none", "{}"),
            (Undetermined, "not known", """{ "kmsMasterKeyId": "<unknown>" }""")),
        Passes("sns-encrypted", "with a key of the program",
            new SampleProgram().Add("aws:kms/key:Key", "key").Add(Topic, "it", """{ "kmsMasterKeyId": "<unknown:key>" }""")),
    ];

    private static IEnumerable<RuleCase> Chains =>
    [
        Passes("sqs-has-dlq", "a chain of two", Chain("arn:dead")),
        Passes("sqs-has-dlq", "a chain known by what it was computed from", Computed("<unknown:dead>")),
        Passes("sqs-has-dlq", "by a resource of its own", new SampleProgram().Add(Queue, "orders").Add(Queue, "dead", """{ "arn": "arn:dead" }""")
            .Add("aws:sqs/redrivePolicy:RedrivePolicy", "redrive", """{ "queueUrl": "<unknown:orders>","""
                + """ "redrivePolicy": "{ \"deadLetterTargetArn\": \"arn:dead\", \"maxReceiveCount\": 5 }" }""")),
        Fails("sqs-has-dlq", "alone", new SampleProgram().Add(Queue, "orders")),
        IsOpen("sqs-has-dlq", "a policy from elsewhere", Computed("<unknown>"), "redrivePolicy"),
        Passes("queue-dlq-retention", "longer than its source", Chain("arn:dead", """, "messageRetentionSeconds": 1209600""")),
        Passes("queue-dlq-retention", "longer, as computed", Computed("<unknown:dead>", """, "messageRetentionSeconds": 1209600""")),
        Fails("queue-dlq-retention", "both as they come", Chain("arn:dead"), "messageRetentionSeconds"),
        IsOpen("queue-dlq-retention", "not known", Chain("arn:dead", """, "messageRetentionSeconds": "<unknown>" """), "messageRetentionSeconds"),
        Passes("queue-dlq-max-receives", "five tries", Chain("arn:dead")),
        Fails("queue-dlq-max-receives", "one try", Chain("arn:dead", tries: 1), "redrivePolicy"),
        Fails("queue-dlq-max-receives", "a thousand", Chain("arn:dead", tries: 1000)),
        IsOpen("queue-dlq-max-receives", "not known", Computed("<unknown:dead>"), "redrivePolicy"),
        Passes("queue-dlq-alarm", "watched", Watched("ApproximateNumberOfMessagesVisible", "dead")),
        Passes("queue-dlq-alarm", "watched, as computed", Watched("ApproximateNumberOfMessagesVisible", "<unknown:dead>")),
        Fails("queue-dlq-alarm", "not watched", Chain("arn:dead")),
        Fails("queue-dlq-alarm", "its source is watched", Watched("ApproximateNumberOfMessagesVisible", "orders")),
        Fails("queue-dlq-alarm", "something else is watched", Watched("NumberOfMessagesSent", "dead")),
        IsOpen("queue-dlq-alarm", "what is watched is not known", Watched("<unknown>", "dead"), "metricName"),
    ];

    private static SampleProgram Chain(string target, string more = "", int tries = 5) => new SampleProgram()
        .Add(Queue, "orders", $$"""{ "redrivePolicy": "{ \"deadLetterTargetArn\": \"{{target}}\", \"maxReceiveCount\": {{tries}} }" }""")
        .Add(Queue, "dead", $$"""{ "arn": "arn:dead", "name": "dead"{{more}} }""");

    private static SampleProgram Computed(string policy, string more = "") => new SampleProgram()
        .Add(Queue, "orders", $$"""{ "redrivePolicy": "{{policy}}" }""").Add(Queue, "dead", $$"""{ "arn": "arn:dead"{{more}} }""");

    private static SampleProgram Watched(string metric, string queue) => Chain("arn:dead")
        .Add(Alarm, "alarm", $$"""{ "namespace": "AWS/SQS", "metricName": "{{metric}}", "dimensions": { "QueueName": "{{queue}}" } }""");

    private static string Lets(string action, string more = "") => $$"""
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "{{action}}", "Resource": "*"{{more}} }] } }
        """;
}
