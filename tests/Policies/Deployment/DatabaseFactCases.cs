using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class DatabaseFactCases
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Subnets = "aws:rds/subnetGroup:SubnetGroup";
    private const string Subnet = "aws:ec2/subnet:Subnet";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-db-group-name", Subnets,
            (Pass, "a word", """{ "name": "orders" }"""), (Fail, "AWS's own", """{ "name": "default" }"""),
            (Fail, "a capital letter", """{ "name": "Orders" }"""),
            (Undetermined, "not known", """{ "name": "<unknown>" }""")),
        .. Of("deploy-db-group-name", "aws:rds/parameterGroup:ParameterGroup", (Fail, "a digit first", """{ "name": "8-mysql" }""")),
        .. Of("deploy-db-login", Database,
            (Pass, "short", Login("mysql", "dbowner", "correct-horse")), (Fail, "17 characters", Login("mysql", "administratorofdb", "correct-horse")),
            (Fail, "a word that PostgreSQL keeps", Login("postgres", "admin", "correct-horse")),
            (Fail, "seven characters", Login("mysql", "dbowner", "hunter2")),
            (Fail, "42 characters", Login("mysql", "dbowner", new string('x', 42))), (Fail, "an at sign", Login("postgres", "dbowner", "correct@horse")),
            (Undetermined, "not known", Login("<unknown>", "dbowner", "correct-horse"))),
        Passes("deploy-db-far-replica", "with a key", Far(""", "kmsKeyId": "<unknown>" """)),
        Fails("deploy-db-far-replica", "without a key", Far(""), "kmsKeyId"),
        Passes("deploy-db-far-replica", "near", Far("", "eu-central-1")), IsOpen("deploy-db-far-replica", "not known", Far("", "<unknown>"), "region"),
        .. Of("deploy-db-blue-green", Database,
            (Pass, "one's own", """{ "blueGreenUpdate": { "enabled": true } }"""),
            (Fail, "AWS's", """{ "blueGreenUpdate": { "enabled": true }, "manageMasterUserPassword": true }"""),
            (Undetermined, "not known", """{ "blueGreenUpdate": { "enabled": "<unknown>" }, "manageMasterUserPassword": true }""")),
        .. Of("deploy-db-speed", Database,
            (Pass, "large", Disk("gp3", 400, "\"iops\": 12000")), (Pass, "as it comes", Disk("gp3", 100, "\"multiAz\": true")),
            (Fail, "small and fast", Disk("gp3", 100, "\"iops\": 6000")), (Fail, "small io1", Disk("io1", 50, "\"iops\": 3000")),
            (Fail, "slow io1", Disk("io1", 100, "\"iops\": 500")),
            (Undetermined, "not known", Disk("<unknown>", 100, "\"iops\": 6000"))),
        .. Of("deploy-db-windows", Database,
            (Pass, "one after the other", Windows("01:00-02:00", "sun:03:00-sun:04:00")),
            (Pass, "over midnight", Windows("23:30-00:30", "mon:01:00-mon:02:00")),
            (Fail, "too short", Windows("01:00-01:15", "sun:03:00-sun:04:00")), (Fail, "at the same time", Windows("03:30-04:30", "Sun:03:00-Sun:04:00")),
            (Fail, "over the end of the week", Windows("00:15-01:00", "sun:23:30-mon:00:30")), (Fail, "no day", Windows("01:00-02:00", "03:00")),
            (Undetermined, "not known", Windows("<unknown>", "sun:03:00-sun:04:00"))),
        .. Of("deploy-db-windows", Cluster, (Fail, "of a cluster",
            """{ "preferredBackupWindow": "03:00-04:00", "preferredMaintenanceWindow": "sun:03:00-sun:04:00" }""")),
        .. Of("deploy-db-insights", Database,
            (Pass, "a week", """{ "performanceInsightsRetentionPeriod": 7 }"""), (Pass, "two months", """{ "performanceInsightsRetentionPeriod": 62 }"""),
            (Fail, "a fortnight", """{ "performanceInsightsRetentionPeriod": 14 }"""),
            (Undetermined, "not known", """{ "performanceInsightsRetentionPeriod": "<unknown>" }""")),
        .. Of("deploy-db-final-snapshot", Database,
            (Pass, "named", """{ "finalSnapshotIdentifier": "<unknown>" }"""), (Pass, "none", """{ "skipFinalSnapshot": true }"""),
            (Pass, "of a replica", """{ "replicateSourceDb": "orders" }"""),
            (Fail, "without a name", """{ "skipFinalSnapshot": false }"""),
            (Fail, "of a replica, named", """{ "replicateSourceDb": "orders", "finalSnapshotIdentifier": "last" }"""),
            (Undetermined, "not known", """{ "skipFinalSnapshot": "<unknown>" }""")),
        .. Of("deploy-aurora-storage", Cluster,
            (Pass, "as it comes", """{ "engine": "aurora-mysql", "storageType": "aurora-iopt1" }"""),
            (Pass, "no Aurora", """{ "engine": "mysql", "storageType": "io1", "iops": 3000 }"""),
            (Fail, "gp3", """{ "engine": "aurora-mysql", "storageType": "gp3" }"""), (Fail, "a speed", """{ "engine": "aurora-postgresql", "iops": 3000 }"""),
            (Undetermined, "not known", """{ "engine": "<unknown>", "iops": 3000 }""")),
        .. Of("deploy-aurora-capacity", Cluster,
            (Pass, "halves", """{ "serverlessv2ScalingConfiguration": { "minCapacity": 0.5, "maxCapacity": 16 } }"""),
            (Fail, "a third", """{ "serverlessv2ScalingConfiguration": { "minCapacity": 0.3, "maxCapacity": 16 } }"""),
            (Undetermined, "not known", """{ "serverlessv2ScalingConfiguration": { "minCapacity": "<unknown>", "maxCapacity": 16 } }""")),
        Passes("deploy-db-zones", "two", Zones("a", "b")), Fails("deploy-db-zones", "one", Zones("a", "a"), "subnetIds"),
        IsOpen("deploy-db-zones", "not known", Zones("a", "<unknown>")),
    ];

    private static string Login(string engine, string name, string password) => $$"""
        { "engine": "{{engine}}", "username": "{{name}}", "password": { "<secret>": "{{password}}" } }
        """;

    private static SampleProgram Far(string key, string region = "us-east-1") => new SampleProgram()
        .Add(Database, "orders", """{ "region": "eu-central-1", "storageEncrypted": true }""")
        .Add(Database, "reader", $$"""{ "region": "{{region}}", "replicateSourceDb": "<unknown:orders>"{{key}} }""");

    private static string Disk(string type, int gibibytes, string more) =>
        $$"""{ "engine": "mysql", "storageType": "{{type}}", "allocatedStorage": {{gibibytes}}, {{more}} }""";

    private static string Windows(string backup, string maintenance) => $$"""{ "backupWindow": "{{backup}}", "maintenanceWindow": "{{maintenance}}" }""";

    private static SampleProgram Zones(string first, string second) => new SampleProgram().Add(Subnet, "first", $$"""{ "availabilityZone": "{{first}}" }""")
        .Add(Subnet, "second", $$"""{ "availabilityZone": "{{second}}" }""").Add(Subnets, "data", """{ "subnetIds": ["first", "second"] }""");
}
