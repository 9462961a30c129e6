using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class DatabaseCases
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Member = "aws:rds/clusterInstance:ClusterInstance";
    private const string Parameters = "aws:rds/parameterGroup:ParameterGroup";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("rds-backups-on", Instance,
            (Pass, "one day", """{ "backupRetentionPeriod": 1 }"""),
            (Pass, "a replica is restored from its source", """{ "replicateSourceDb": "<unknown>" }"""),
            (Fail, "none by default", "{}"),
            (Fail, "none", """{ "backupRetentionPeriod": 0 }"""),
            (Undetermined, "not known", """{ "backupRetentionPeriod": "<unknown>" }""")),
        .. Of("rds-backups-on", Cluster, (Pass, "AWS keeps a cluster's for a day", "{}")),
        .. Of("rds-backup-retention", Instance,
            (Pass, "a week", """{ "backupRetentionPeriod": 7 }"""),
            (Fail, "a day", """{ "backupRetentionPeriod": 1 }"""),
            (Undetermined, "not known", """{ "backupRetentionPeriod": "<unknown>" }""")),
        .. Of("rds-backup-retention", "aws:docdb/cluster:Cluster", (Fail, "documents, as AWS keeps them", "{}")),
        .. Of("rds-deletion-protection", Instance,
            (Pass, "protected", """{ "deletionProtection": true }"""),
            (Pass, "a replica can be made again", """{ "replicateSourceDb": "orders" }"""),
            (Fail, "not protected", "{}"),
            (Undetermined, "not known", """{ "deletionProtection": "<unknown>" }""")),
        .. Of("rds-deletion-protection", "aws:neptune/cluster:Cluster", (Fail, "a graph database", "{}")),
        .. Of("rds-final-snapshot", Cluster,
            (Pass, "a last snapshot", """{ "finalSnapshotIdentifier": "orders-final" }"""),
            (Fail, "none wanted", """{ "skipFinalSnapshot": true }"""),
            (Fail, "none named", """{ "skipFinalSnapshot": false }"""),
            (Undetermined, "not known", """{ "skipFinalSnapshot": "<unknown>", "finalSnapshotIdentifier": "orders-final" }""")),
        .. Of("rds-multi-az", Instance,
            (Pass, "a standby", """{ "multiAz": true }"""),
            (Fail, "none", "{}"),
            (Undetermined, "not known", """{ "multiAz": "<unknown>" }""")),
        Passes("rds-multi-az", "a cluster of two", ClusterOf("orders", "<unknown:orders>")),
        Passes("rds-multi-az", "a cluster that places its own three",
            new SampleProgram().Add(Cluster, "orders", """{ "dbClusterInstanceClass": "db.m6gd.large" }""")),
        Passes("rds-multi-az", "serverless of the first version", new SampleProgram().Add(Cluster, "orders", """{ "engineMode": "serverless" }""")),
        Fails("rds-multi-az", "a cluster of one", ClusterOf("orders")),
        Fails("rds-multi-az", "a cluster of none", ClusterOf()),
        IsOpen("rds-multi-az", "one of two clusters",
            ClusterOf("orders", "<unknown:orders:other>").Add(Cluster, "other", """{ "engineMode": "serverless" }""")),
        .. Of("rds-tls-required", Parameters,
            (Pass, "MySQL that demands it", Group("mysql8.4", "require_secure_transport", "1")),
            (Pass, "PostgreSQL that demands it", Group("postgres14", "rds.force_ssl", "1")),
            (Pass, "PostgreSQL 17, as it comes", Group("postgres17", "log_statement", "all")),
            (Pass, "an engine of another kind", """{ "family": "oracle-ee-19" }"""),
            (Fail, "MySQL as it comes", Group("mysql8.4", "max_connections", "100")),
            (Fail, "PostgreSQL 14 as it comes", Group("postgres14", "log_statement", "all")),
            (Fail, "Aurora 15 as it comes", Group("aurora-postgresql15", "log_statement", "all")),
            (Fail, "PostgreSQL 17 that does not", Group("postgres17", "rds.force_ssl", "0")),
            (Undetermined, "not known", Group("mysql8.4", "require_secure_transport", "<unknown>")),
            (Undetermined, "which setting is not known", Group("mysql8.4", "<unknown>", "1"))),
        .. Of("rds-tls-required", "aws:rds/clusterParameterGroup:ClusterParameterGroup", (Fail, "a cluster", Group("aurora-mysql8.0", "time_zone", "UTC"))),
        .. Of("rds-minor-upgrade", Instance,
            (Pass, "by default", "{}"),
            (Fail, "off", """{ "autoMinorVersionUpgrade": false }"""),
            (Undetermined, "not known", """{ "autoMinorVersionUpgrade": "<unknown>" }""")),
        .. Of("rds-minor-upgrade", Member, (Fail, "off, in a cluster", """{ "autoMinorVersionUpgrade": false }""")),
        .. Of("rds-copy-tags", Instance,
            (Pass, "copied", """{ "copyTagsToSnapshot": true }"""),
            (Fail, "not copied", "{}"),
            (Undetermined, "not known", """{ "copyTagsToSnapshot": "<unknown>" }""")),
    ];

    private static SampleProgram ClusterOf(params string[] members) => members.Select((cluster, index) => (cluster, index)).Aggregate(
        new SampleProgram().Add(Cluster, "orders"),
        (program, member) => program.Add(Member, $"member-{member.index}", $$"""{ "clusterIdentifier": "{{member.cluster}}" }"""));

    private static string Group(string family, string name, string value) =>
        $$"""{ "family": "{{family}}", "parameters": [{ "name": "{{name}}", "value": "{{value}}" }] }""";
}
