using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class QueueFactCases
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Dead = "arn:aws:sqs:eu-central-1:123456789012:dead";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-table-capacity", Table,
            (Fail, "on demand, with some", """{ "billingMode": "PAY_PER_REQUEST", "readCapacity": 5 }""")),
        .. Of("deploy-table-indexes", Table,
            (Pass, "five beside the key", Indexes("localSecondaryIndexes", 5)), (Fail, "six beside the key", Indexes("localSecondaryIndexes", 6)),
            (Undetermined, "not known", """{ "localSecondaryIndexes": "<unknown>" }""")),
        .. Of("deploy-table-index-quota", Table,
            (Pass, "20", Indexes("globalSecondaryIndexes", 20)), (Fail, "21", Indexes("globalSecondaryIndexes", 21)),
            (Undetermined, "not known", """{ "globalSecondaryIndexes": "<unknown>" }""")),
        Passes("deploy-queue-redrive", "a number", Redrive("5")), Fails("deploy-queue-redrive", "a text", Redrive("\\\"5\\\""), "redrivePolicy"),
        Fails("deploy-queue-redrive", "1001 times", Redrive("1001"), "redrivePolicy"),
        Fails("deploy-queue-redrive", "an ordered one to another", Redrive("5", """, "fifoQueue": true """), "redrivePolicy"),
        Fails("deploy-queue-redrive", "to another region", Redrive("5", """, "region": "us-east-1" """), "redrivePolicy"),
        IsOpen("deploy-queue-redrive", "not known", Redrive("5", """, "fifoQueue": "<unknown>" """)),
        .. Of("deploy-queue-policy-version", "aws:sqs/queuePolicy:QueuePolicy",
            (Pass, "of 2012", """{ "policy": "{\"Version\": \"2012-10-17\", \"Statement\": []}" }"""),
            (Fail, "none", """{ "policy": "{\"Statement\": []}" }"""),
            (Fail, "of 2008", """{ "policy": "{\"Version\": \"2008-10-17\", \"Statement\": []}" }"""),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        Passes("deploy-queue-managed-key", "one's own key", Listening("key")),
        Fails("deploy-queue-managed-key", "AWS's key", Listening("alias/aws/sqs"), "kmsMasterKeyId"),
        IsOpen("deploy-queue-managed-key", "not known", Listening("<unknown>"), "kmsMasterKeyId"),
        Passes("deploy-function-queue", "patient", Worked("""{ "visibilityTimeoutSeconds": 60 }""",
            """, "batchSize": 100, "maximumBatchingWindowInSeconds": 5 """)),
        Fails("deploy-function-queue", "impatient", Worked("""{ "visibilityTimeoutSeconds": 10 }""", ""), "visibilityTimeoutSeconds"),
        Fails("deploy-function-queue", "a batch without a window", Worked("""{ "visibilityTimeoutSeconds": 60 }""",
            """, "batchSize": 100 """), "maximumBatchingWindowInSeconds"),
        Fails("deploy-function-queue", "a large batch in order", Worked("""{ "visibilityTimeoutSeconds": 60, "fifoQueue": true }""",
            """, "batchSize": 100 """), "batchSize"),
        Fails("deploy-function-queue", "from the beginning", Worked("""{ "visibilityTimeoutSeconds": 60 }""",
            """, "startingPosition": "LATEST" """), "startingPosition"),
        IsOpen("deploy-function-queue", "not known", Worked("""{ "visibilityTimeoutSeconds": "<unknown>" }""", ""), "visibilityTimeoutSeconds"),
    ];

    private static string Indexes(string kind, int count) => $$"""
        { "{{kind}}": [{{string.Join(", ", Enumerable.Range(1, count).Select(number => $"{{ \"name\": \"by-{number}\", \"projectionType\": \"ALL\" }}"))}}] }
        """;

    private static SampleProgram Redrive(string tries, string more = "") => new SampleProgram()
        .Add(Queue, "dead", $$"""{ "arn": "{{Dead}}", "name": "dead", "region": "eu-central-1" }""")
        .Add(Queue, "orders", $$"""
        { "redrivePolicy": "{\"deadLetterTargetArn\": \"{{Dead}}\", \"maxReceiveCount\": {{tries}}}"{{(more.Contains("region", StringComparison.Ordinal) ? "" : ", \"region\": \"eu-central-1\"")}}{{more}} }
        """);

    private static SampleProgram Listening(string key) => new SampleProgram().Add(Queue, "orders", $$"""{ "kmsMasterKeyId": "{{key}}" }""")
        .Add("aws:sns/topicSubscription:TopicSubscription", "orders-events", """{ "protocol": "sqs", "endpoint": "<unknown:orders>" }""");

    private static SampleProgram Worked(string queue, string mapping) => new SampleProgram().Add(Queue, "orders", queue)
        .Add("aws:lambda/function:Function", "worker", """{ "timeout": 30 }""")
        .Add("aws:lambda/eventSourceMapping:EventSourceMapping", "jobs",
            $$"""{ "eventSourceArn": "<unknown:orders>", "functionName": "<unknown:worker>"{{mapping}} }""");
}
