using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Operations;

internal static class AlarmCoverageCases
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Database = "aws:rds/instance:Instance";
    private const string Queue = "aws:sqs/queue:Queue";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("alarm-coverage", "a database's storage",
            Watched(Database, """{ "identifier": "orders-1" }""", "FreeStorageSpace", "DBInstanceIdentifier", "orders-1")),
        Passes("alarm-coverage", "a database's storage, as computed", Watched(Database, "{}", "FreeStorageSpace", "DBInstanceIdentifier", "<unknown:it>")),
        Passes("alarm-coverage", "a replica's lag", Watched(Database, """{ "replicateSourceDb": "orders" }""", "ReplicaLag", "DBInstanceIdentifier", "it")),
        Passes("alarm-coverage", "a load balancer, by its suffix",
            Watched("aws:lb/loadBalancer:LoadBalancer", """{ "arnSuffix": "app/edge/1" }""", "HTTPCode_ELB_5XX_Count", "LoadBalancer", "app/edge/1")),
        Passes("alarm-coverage", "a cache, by one of its nodes",
            Watched("aws:elasticache/replicationGroup:ReplicationGroup", "{}", "DatabaseMemoryUsagePercentage", "CacheClusterId", "it-0001-002")),
        Passes("alarm-coverage", "a queue", Watched(Queue, """{ "name": "jobs" }""", "ApproximateAgeOfOldestMessage", "QueueName", "jobs")),
        Passes("alarm-coverage", "a formula of metrics",
            new SampleProgram().Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "arnSuffix": "app/edge/1" }""")
            .Add(Alarm, "alarm", """
                { "metricQueries": [{ "id": "rate", "expression": "errors / 2" },
                  { "id": "errors", "metric": { "metricName": "HTTPCode_Target_5XX_Count", "dimensions": { "LoadBalancer": "app/edge/1" } } }] }
                """)),
        Fails("alarm-coverage", "another metric", Watched(Database, "{}", "CPUUtilization", "DBInstanceIdentifier", "it")),
        Fails("alarm-coverage", "another database", Watched(Database, "{}", "FreeStorageSpace", "DBInstanceIdentifier", "other")),
        IsOpen("alarm-coverage", "what is watched is not known", Watched(Database, "{}", "<unknown>", "DBInstanceIdentifier", "it")),
        .. Of("alarm-coverage", "aws:lb/loadBalancer:LoadBalancer",
            (Pass, "a network load balancer counts no answers", """{ "loadBalancerType": "network" }"""),
            (Fail, "nothing", "{}"),
            (Undetermined, "which kind it is is not known", """{ "loadBalancerType": "<unknown>" }""")),
        .. Of("alarm-coverage", "aws:lb/targetGroup:TargetGroup", (Pass, "a function", """{ "targetType": "lambda" }"""), (Fail, "machines", "{}")),
        .. Of("alarm-coverage", "aws:ec2/natGateway:NatGateway", (Pass, "private", """{ "connectivityType": "private" }"""), (Fail, "public", "{}")),
        .. Of("alarm-coverage", "aws:rds/cluster:Cluster", (Fail, "a cluster", "{}")),
        Fails("alarm-coverage", "a queue of which only the dead letters are watched", new SampleProgram()
            .Add(Queue, "orders", """{ "redrivePolicy": "{ \"deadLetterTargetArn\": \"arn:dead\", \"maxReceiveCount\": 5 }" }""")
            .Add(Queue, "dead", """{ "arn": "arn:dead", "name": "dead" }""")
            .Add(Alarm, "alarm", """{ "metricName": "ApproximateNumberOfMessagesVisible", "dimensions": { "QueueName": "dead" } }""")),
    ];

    private static SampleProgram Watched(string type, string json, string metric, string dimension, string value) => new SampleProgram().Add(type, "it", json)
        .Add(Alarm, "alarm", $$"""{ "metricName": "{{metric}}", "dimensions": { "{{dimension}}": "{{value}}" } }""");
}
