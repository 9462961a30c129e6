using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Operations;

internal static class OrphanAlarmCases
{
    private const string Rule = "orphan-alarm";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Queue = "aws:sqs/queue:Queue";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "a queue of the program", Queues().Add(Alarm, "alarm", On("QueueName", "jobs"))),
        Passes(Rule, "as computed", Queues().Add(Alarm, "alarm", On("QueueName", "<unknown:queue>"))),
        Passes(Rule, "a metric of the program's own", Queues().Add(Alarm, "alarm", On("QueueName", "job", "shop/prod"))),
        Passes(Rule, "a dimension that names no resource", Queues().Add(Alarm, "alarm", On("Stage", "job"))),
        Passes(Rule, "in a formula", Queues().Add(Alarm, "alarm", $$"""{ "metricQueries": [{ "id": "m", "metric": {{On("QueueName", "jobs")}} }] }""")),
        Fails(Rule, "a queue that is not there", Queues().Add(Alarm, "alarm", On("QueueName", "job")), "dimensions.QueueName"),
        Fails(Rule, "a topic where a queue is meant", Queues()
            .Add("aws:sns/topic:Topic", "topic", """{ "name": "news" }""").Add(Alarm, "alarm", On("QueueName", "news"))),
        Fails(Rule, "in a formula, a queue that is not there",
            Queues().Add(Alarm, "alarm", $$"""{ "metricQueries": [{ "id": "m", "metric": {{On("QueueName", "job")}} }] }"""),
            "metricQueries[0].metric.dimensions.QueueName"),
        IsOpen(Rule, "a queue whose name is not known", new SampleProgram()
            .Add(Queue, "queue", """{ "name": "<unknown>" }""").Add(Alarm, "alarm", On("QueueName", "job"))),
        IsOpen(Rule, "whose metric is not known", Queues().Add(Alarm, "alarm", On("QueueName", "job", "<unknown>")), "namespace"),
    ];

    private static SampleProgram Queues() => new SampleProgram().Add(Queue, "queue", """{ "name": "jobs" }""");

    private static string On(string dimension, string value, string source = "AWS/SQS") =>
        $$"""{ "namespace": "{{source}}", "metricName": "Age", "dimensions": { "{{dimension}}": "{{value}}" } }""";
}
