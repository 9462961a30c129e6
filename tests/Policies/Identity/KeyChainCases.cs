using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Identity;

internal static class KeyChainCases
{
    private const string Key = "aws:kms/key:Key";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("deploy-log-key", "the region's logs", Logs(ForService("logs.eu-central-1.amazonaws.com"))),
        Passes("deploy-log-key", "AWS's own key", new SampleProgram().Add(LogGroup, "visits")),
        Passes("deploy-log-key", "a key from elsewhere",
            new SampleProgram().Add(LogGroup, "visits", """{ "kmsKeyId": "arn:aws:kms:eu-central-1:123456789012:key/1" }""")),
        Passes("deploy-log-key", "by a policy of its own", Logs("\"<unknown>\"").Add("aws:kms/keyPolicy:KeyPolicy", "use",
            $$"""{ "keyId": "<unknown:key>", "policy": {{ForService("logs.eu-central-1.amazonaws.com")}} }""")),
        Passes("key-admits-service", "a queue that a topic feeds", Fed("sns.amazonaws.com")),
        Passes("key-admits-service", "disks of clones", Cloned("123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")),
        Fails("deploy-log-key", "another region's logs", Logs(ForService("logs.us-east-1.amazonaws.com")), "policy"),
        Fails("deploy-log-key", "the account only, as it comes",
            new SampleProgram().Add(Key, "key").Add(LogGroup, "visits", Region + ", \"kmsKeyId\": \"<unknown:key>\" }")),
        Fails("key-admits-service", "a queue that a topic cannot feed", Fed("events.amazonaws.com")),
        Fails("key-admits-service", "disks of clones that cannot start", Cloned("123456789012:root")),
        Fails("key-admits-service", "a zone that cannot be signed",
            new SampleProgram().Add(Key, "key", $$"""{ "policy": {{ForService("logs.amazonaws.com")}} }""")
            .Add("aws:route53/keySigningKey:KeySigningKey", "signing", """{ "keyManagementServiceArn": "<unknown:key>" }""")),
        IsOpen("deploy-log-key", "a policy that is not known", Logs("\"<unknown>\""), "policy"),
        IsOpen("deploy-log-key", "a region that is not known", Logs(ForService("logs.eu-central-1.amazonaws.com"), "{ \"region\": \"<unknown>\""), "region"),
        IsOpen("deploy-log-key", "a region that is not known, beside the name that is made of one",
            Logs(ForService("logs.eu-central-1.amazonaws.com"), """{ "region": "<unknown>", "arn": "arn:aws:logs:eu-west-1:123456789012:log-group:visits" """),
            "region"),
        Fails("deploy-log-key", "as it is called in China", Logs(ForService("logs.eu-central-1.amazonaws.com.cn"), "{ \"region\": \"eu-central-1\""), "policy"),
        Passes("deploy-log-key", "in the region that its name says",
            Logs(ForService("logs.eu-central-1.amazonaws.com"), "{ \"arn\": \"arn:aws:logs:eu-central-1:123456789012:log-group:visits\"")),
        Passes("deploy-log-key", "in China", Logs(ForService("logs.cn-north-1.amazonaws.com.cn"), "{ \"region\": \"cn-north-1\"")),
        Passes("deploy-log-key", "in two statements", Logs("""
            { "Statement": [
              { "Effect": "Allow", "Principal": { "Service": "logs.eu-central-1.amazonaws.com" }, "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*" },
              { "Effect": "Allow", "Principal": { "Service": "logs.eu-central-1.amazonaws.com" }, "Action": "kms:GenerateDataKey*", "Resource": "*" }
            ] }
            """)),
        IsOpen("key-admits-service", "not known", new SampleProgram().Add(Key, "key", """{ "policy": "<unknown>" }""")
            .Add(Queue, "jobs", """{ "kmsMasterKeyId": "<unknown:key>" }""")
            .Add("aws:sns/topicSubscription:TopicSubscription", "feed", """{ "protocol": "sqs", "endpoint": "<unknown:jobs>" }"""), "policy"),
        Passes("key-usable-by-role", "by both policies", Worker(Left, "kms:Decrypt\", \"kms:GenerateDataKey")),
        Passes("key-usable-by-role", "by the key's policy alone", Worker(Named, "logs:PutLogEvents")),
        Passes("key-usable-by-role", "what is not encrypted", Worker(Left, "logs:PutLogEvents", encrypted: "")),
        Fails("key-usable-by-role", "nothing about the key", Worker(Left, "logs:PutLogEvents"), "policy"),
        Fails("key-usable-by-role", "the other half only", Worker(Left, "kms:GenerateDataKey")),
        Fails("key-usable-by-role", "a key that is left to nobody", Worker(ForService("sns.amazonaws.com"), "kms:Decrypt")),
        IsOpen("key-usable-by-role", "the key's policy is not known", Worker("\"<unknown>\"", "kms:Decrypt"), "policy"),
        IsOpen("key-usable-by-role", "the role's policy is not known", Worker(Left, "kms:Decrypt").Without("work")
            .Add("aws:iam/rolePolicy:RolePolicy", "work", """{ "role": "<unknown:worker>", "policy": "<unknown:jobs>" }"""), "policy"),
    ];

    private const string Region = "{ \"region\": \"eu-central-1\"";

    private const string Left =
        """{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" }] }""";
    private const string Named =
        """{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:role" }, "Action": "kms:Decrypt", "Resource": "*" }] }""";

    private static string ForService(string service) =>
        $$"""{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "{{service}}" },"""
        + """ "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*" }] }""";

    private static SampleProgram Logs(string policy, string log = Region) => new SampleProgram().Add(Key, "key", $$"""{ "policy": {{policy}} }""")
        .Add(LogGroup, "visits", log + ", \"kmsKeyId\": \"<unknown:key>\" }");

    private static SampleProgram Fed(string service) => new SampleProgram().Add(Key, "key", $$"""{ "policy": {{ForService(service)}} }""")
        .Add(Queue, "jobs", """{ "kmsMasterKeyId": "<unknown:key>" }""")
        .Add("aws:sns/topicSubscription:TopicSubscription", "feed", """{ "protocol": "sqs", "endpoint": "<unknown:jobs>" }""");

    private static SampleProgram Cloned(string principal) => new SampleProgram().Add(Key, "key", $$"""
            { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::{{principal}}" }, "Action": "kms:*", "Resource": "*" }] } }
            """)
        .Add(Template, "clone", """{ "blockDeviceMappings": [{ "deviceName": "/dev/xvda", "ebs": { "encrypted": "true", "kmsKeyId": "<unknown:key>" } }] }""")
        .Add("aws:autoscaling/group:Group", "web", """{ "launchTemplate": { "id": "<unknown:clone>" } }""");

    private static SampleProgram Worker(string policy, string actions, string encrypted = ", \"kmsMasterKeyId\": \"arn:key\"") => new SampleProgram()
        .Add(Key, "key", $$"""{ "arn": "arn:key", "policy": {{policy}} }""")
        .Add(Queue, "jobs", $$"""{ "arn": "arn:jobs"{{encrypted}} }""")
        .Add("aws:iam/role:Role", "worker", """{ "arn": "arn:role" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "work", $$"""
            { "role": "<unknown:worker>", "policy": { "Statement": [
              { "Effect": "Allow", "Action": "sqs:ReceiveMessage", "Resource": "arn:jobs" }, { "Effect": "Allow", "Action": ["{{actions}}"], "Resource": "arn:key" }] } }
            """);
}
