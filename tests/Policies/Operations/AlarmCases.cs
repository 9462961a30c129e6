using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Operations;

internal static class AlarmCases
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Topic = "aws:sns/topic:Topic";
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("alarm-has-action", Alarm,
            (Pass, "a topic", """{ "alarmActions": ["<unknown>"] }"""),
            (Fail, "none", "{}"),
            (Fail, "an empty list", """{ "alarmActions": [] }"""),
            (Fail, "switched off", """{ "alarmActions": ["arn:aws:sns:eu-central-1:123456789012:on-call"], "actionsEnabled": false }"""),
            (Undetermined, "not known", """{ "alarmActions": "<unknown>" }""")),
        Passes("alarm-has-action", "a health check reads it", new SampleProgram().Add(Alarm, "stopped", """{ "name": "stopped" }""")
            .Add("aws:route53/healthCheck:HealthCheck", "check", """{ "type": "CLOUDWATCH_METRIC", "cloudwatchAlarmName": "<unknown:stopped>" }""")),
        .. Of("alarm-missing-data-explicit", Alarm,
            (Pass, "silence is an alarm", """{ "treatMissingData": "breaching" }"""),
            (Fail, "not said", "{}"),
            (Undetermined, "not known", """{ "treatMissingData": "<unknown>" }""")),
        Passes("alarm-reaches-human", "somebody reads it", Called().Add(Subscription, "mail", """{ "topic": "<unknown:calls>", "protocol": "email" }""")),
        Passes("alarm-reaches-human", "a topic of another program",
            new SampleProgram().Add(Alarm, "alarm", """{ "alarmActions": ["arn:aws:sns:eu-central-1:123456789012:on-call"] }""")),
        Fails("alarm-reaches-human", "nobody reads it", Called()),
        IsOpen("alarm-reaches-human", "where it ends is not known", Called("\"<unknown>\""), "alarmActions"),
        Passes("alarm-topic-key-admits-cloudwatch", "no key", Called()),
        Passes("alarm-topic-key-admits-cloudwatch", "admitted", WithKey(Admits("cloudwatch.amazonaws.com"))),
        Fails("alarm-topic-key-admits-cloudwatch", "another service", WithKey(Admits("events.amazonaws.com")), "policy"),
        Fails("alarm-topic-key-admits-cloudwatch", "as the key comes", WithKey("{}")),
        Fails("alarm-topic-key-admits-cloudwatch", "the key of AWS", Called(key: """, "kmsMasterKeyId": "alias/aws/sns" """), "kmsMasterKeyId"),
        IsOpen("alarm-topic-key-admits-cloudwatch", "the policy is not known", WithKey("""{ "policy": "<unknown>" }"""), "policy"),
        IsOpen("alarm-topic-key-admits-cloudwatch", "a key of another program",
            Called(key: """, "kmsMasterKeyId": "arn:aws:kms:eu-central-1:123456789012:key/1" """)),
        .. Of("cloudtrail-baseline", "aws:cloudtrail/trail:Trail",
            (Pass, "all four", """{ "isMultiRegionTrail": true, "enableLogFileValidation": true, "kmsKeyId": "alias/audit" }"""),
            (Fail, "one region", """{ "enableLogFileValidation": true, "kmsKeyId": "alias/audit" }"""),
            (Fail, "switched off", """{ "isMultiRegionTrail": true, "enableLogFileValidation": true, "kmsKeyId": "alias/audit", "enableLogging": false }"""),
            (Undetermined, "the key is not known", """{ "isMultiRegionTrail": true, "enableLogFileValidation": true, "kmsKeyId": "<unknown>" }""")),
    ];

    private static SampleProgram Called(string actions = "[\"<unknown:calls>\"]", string key = "") => new SampleProgram()
        .Add(Topic, "calls", $$"""{ "name": "calls"{{key}} }""").Add(Alarm, "alarm", $$"""{ "alarmActions": {{actions}} }""");

    private static SampleProgram WithKey(string key) => Called(key: """, "kmsMasterKeyId": "<unknown:key>" """).Add("aws:kms/key:Key", "key", key);

    private static string Admits(string service) => $$"""
        {
            "policy": {
                "Statement": [
                    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" },
                    { "Effect": "Allow", "Principal": { "Service": "{{service}}" }, "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*" }
                ]
            }
        }
        """;
}
