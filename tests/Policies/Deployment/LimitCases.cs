using Infra.Policies;
using static Infra.Policies.Verdict;

namespace Infra.Tests.Policies.Deployment;

/// <summary>Names and numbers at the last value that fits, and at the first that does not.</summary>
internal static class LimitCases
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Targets = "aws:lb/targetGroup:TargetGroup";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-db-name", Database, "identifier", ["a", "a-1", Long(63)], ["", Long(64), "1a", "A", "a-", "a--b", "a_b"]),
        .. Of("deploy-lb-name", Targets, "name", ["a", "A-1", Long(32)], ["", Long(33), "-a", "a-", "a_b"]),
        .. Of("deploy-lb-name", Targets, "namePrefix", ["a", "abcdef"], ["abcdefg"]),
        .. Of("deploy-cache-name", "aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId",
            ["a", "A-1", Long(40)], ["", Long(41), "1a", "a-", "a--b", "a_b"]),
        .. Of("deploy-bucket-name", "aws:s3/bucket:Bucket", "bucket", ["a.1", Long(63)], ["ab", Long(64), "a_b", "-ab", "ab-", "abC"]),
        .. Of("deploy-role-name", "aws:iam/role:Role", "name", ["a", "+=,.@_-", Long(64)], ["", Long(65), "a b"]),
        .. Of("deploy-waf-metric", "aws:wafv2/webAcl:WebAcl", "visibilityConfig.metricName", ["a", "A-1_", Long(128)], ["", Long(129), "a.b", "All"]),
        .. Of("deploy-cdn-limits", Distribution, "comment", ["", Long(128)], [Long(129)]),
        .. Of("deploy-target-slow-start", Targets, "slowStart", ["0", "30", "900"], ["29", "901", "-1"]),
        .. Of("deploy-db-insights", Database, "performanceInsightsRetentionPeriod", ["0", "7", "31", "713", "731"], ["-31", "8", "744"]),
        .. Of("deploy-health-check-matcher", Targets, "healthCheck.matcher", ["", "200", "200,599", "200-599"], ["199", "600", "200-x"]),

        Given("deploy-health-check-matcher", Pass, Targets, "gRPC, 99", """{ "protocolVersion": "GRPC", "healthCheck": { "matcher": "0-99" } }"""),
        Given("deploy-health-check-matcher", Fail, Targets, "gRPC, a word", """{ "protocolVersion": "GRPC", "healthCheck": { "matcher": "ok" } }"""),
        Given("deploy-health-check-timeout", Pass, Targets, "as long as the time between, layer 4", Check("TCP", """ "timeout": 30 """)),
        Given("deploy-health-check-timeout", Fail, Targets, "as long as the time between", Check("HTTP", """ "timeout": 30 """)),
        Given("deploy-health-check-timeout", Pass, Targets, "one second less", Check("HTTP", """ "timeout": 29 """)),
        Given("deploy-health-check-timeout", Fail, Targets, "longer than the time between", Check("TCP", """ "timeout": 15, "interval": 10 """)),
        Given("deploy-health-check-timeout", Undetermined, Targets, "which time is not known", Check("TCP", """ "timeout": 15, "interval": "<unknown>" """)),

        Given("deploy-db-login", Pass, Database, "16 characters", Login("mysql", Long(16), Long(41))),
        Given("deploy-db-login", Pass, Database, "one character", Login("mariadb", "a", Long(8))),
        Given("deploy-db-login", Fail, Database, "no character", Login("mariadb", "", Long(8))),
        Given("deploy-db-login", Pass, Database, "a long password", Login("postgres", "dbowner", Long(128))),
        Given("deploy-db-login", Fail, Database, "too long a password", Login("postgres", "dbowner", Long(129))),
        Given("deploy-db-login", Fail, Database, "a slash first", Login("mysql", "dbowner", "/" + Long(8))),
        Given("deploy-db-login", Pass, Database, "nobody", """{ "engine": "<unknown>" }"""),
        Given("deploy-db-login", Undetermined, Database, "whose password is not known", """{ "engine": "<unknown>", "password": "correct-horse" }"""),

        Given("deploy-db-storage-growth", Pass, Database, "no larger", """{ "allocatedStorage": 100, "maxAllocatedStorage": 100 }"""),
        Given("deploy-db-storage-growth", Fail, Database, "smaller by one", """{ "allocatedStorage": 100, "maxAllocatedStorage": 99 }"""),
        Given("deploy-db-storage-growth", Pass, Database, "never, whatever the first is", """{ "allocatedStorage": "<unknown>", "maxAllocatedStorage": 0 }"""),
        Given("deploy-db-storage-growth", Pass, Database, "not said", """{ "allocatedStorage": "<unknown>" }"""),

        Given("deploy-template-disk", Pass, Template, "500 for each GiB", Disk("gp3", """ "volumeSize": 10, "iops": 5000 """)),
        Given("deploy-template-disk", Fail, Template, "one more", Disk("gp3", """ "volumeSize": 10, "iops": 5001 """), "blockDeviceMappings[0].ebs.iops"),
        Given("deploy-template-disk", Pass, Template, "of the image's size", Disk("gp3", """ "iops": 80000 """)),
        Given("deploy-template-disk", Pass, Template, "slow io2", Disk("io2", """ "iops": 100 """)),
        Given("deploy-template-disk", Fail, Template, "slower io2", Disk("io2", """ "iops": 99 """)),
        Given("deploy-template-disk", Pass, Template, "io1 that leaves it out", Disk("io1", """ "volumeSize": 10 """)),

        Given("deploy-table-capacity", Pass, Table, "the least", """{ "readCapacity": 1, "writeCapacity": 1 }"""),
        Given("deploy-table-capacity", Fail, Table, "none to write", """{ "readCapacity": 1, "writeCapacity": 0 }""", "writeCapacity"),
        Given("deploy-table-capacity", Fail, Table, "both", """{ "billingMode": "PAY_PER_REQUEST", "writeCapacity": 1 }""", "writeCapacity"),
        Given("deploy-table-capacity", Pass, Table, "none of none", """{ "billingMode": "PAY_PER_REQUEST", "writeCapacity": 0 }"""),

        Given("deploy-cdn-limits", Pass, Distribution, "the same time", Times(""" "minTtl": 60, "defaultTtl": 60, "maxTtl": 60 """)),
        Given("deploy-cdn-limits", Fail, Distribution, "one second too many", Times(""" "minTtl": 61, "maxTtl": 60 """)),
        Given("deploy-cdn-limits", Pass, Distribution, "one time that is not known", Times(""" "minTtl": "<unknown>" """)),
    ];

    private static IEnumerable<RuleCase> Of(string rule, string type, string property, string[] fit, string[] refused) =>
    [
        .. fit.Select(value => Given(rule, Pass, type, Short(property, value), Json(property, value))),
        .. refused.Select(value => Given(rule, Fail, type, Short(property, value), Json(property, value), property)),
    ];

    private static RuleCase Given(string rule, Verdict verdict, string type, string name, string json, string? property = null) =>
        new(rule, verdict, $"limit: {name}", new SampleProgram().Add(type, "it", json), property);

    private static string Json(string property, string value) => property.Split('.') is [var outer, var inner]
        ? $$"""{ "{{outer}}": {{Json(inner, value)}} }"""
        : $$"""{ "{{property}}": {{(int.TryParse(value, out _) ? value : $"\"{value}\"")}} }""";

    private static string Short(string property, string value) => value.Length > 20 ? $"{property} of {value.Length} characters" : $"{property} '{value}'";

    private static string Long(int length) => new('a', length);

    private static string Check(string protocol, string check) => $$"""{ "protocol": "{{protocol}}", "healthCheck": { {{check}} } }""";

    private static string Login(string engine, string name, string password) =>
        $$"""{ "engine": "{{engine}}", "username": "{{name}}", "password": "{{password}}" }""";

    private static string Disk(string type, string disk) => $$"""{ "blockDeviceMappings": [{ "ebs": { "volumeType": "{{type}}", {{disk}} } }] }""";

    private static string Times(string times) => $$"""{ "defaultCacheBehavior": { {{times}} } }""";
}
