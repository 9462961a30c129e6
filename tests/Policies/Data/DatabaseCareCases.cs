using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Data;

internal static class DatabaseCareCases
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Member = "aws:rds/clusterInstance:ClusterInstance";
    private const string Documents = "aws:docdb/cluster:Cluster";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("rds-iam-auth", Instance,
            (Pass, "tokens", """{ "engine": "mysql", "iamDatabaseAuthenticationEnabled": true }"""),
            (Pass, "an engine that knows no tokens", """{ "engine": "sqlserver-se" }"""),
            (Fail, "passwords alone", """{ "engine": "postgres" }"""),
            (Undetermined, "not known", """{ "engine": "mysql", "iamDatabaseAuthenticationEnabled": "<unknown>" }"""),
            (Undetermined, "restored from a snapshot of an unknown engine", """{ "snapshotIdentifier": "yesterday" }""")),
        .. Of("rds-iam-auth", Cluster, (Fail, "a cluster", """{ "engine": "aurora-postgresql" }""")),
        Passes("rds-iam-auth", "a replica of an engine that knows no tokens", Replica("oracle-ee")),
        Fails("rds-iam-auth", "a replica of one that does", Replica("mariadb"), "iamDatabaseAuthenticationEnabled"),
        .. Of("rds-log-exports", Instance,
            (Pass, "errors", """{ "enabledCloudwatchLogsExports": ["error"] }"""),
            (Fail, "none by default", "{}"),
            (Fail, "none", """{ "enabledCloudwatchLogsExports": [] }"""),
            (Undetermined, "not known", """{ "enabledCloudwatchLogsExports": "<unknown>" }""")),
        .. Of("rds-log-exports", Cluster, (Fail, "a cluster", "{}")),
        .. Of("rds-performance-insights", Instance,
            (Pass, "on, with a key", """{ "performanceInsightsEnabled": true, "performanceInsightsKmsKeyId": "<unknown>" }"""),
            (Pass, "too small a machine", """{ "instanceClass": "db.t4g.micro" }"""),
            (Fail, "off", """{ "instanceClass": "db.m7g.large" }"""),
            (Fail, "with AWS's key", """{ "instanceClass": "db.m7g.large", "performanceInsightsEnabled": true }"""),
            (Undetermined, "not known", """{ "performanceInsightsEnabled": "<unknown>", "performanceInsightsKmsKeyId": "key" }""")),
        .. Of("rds-performance-insights", Member, (Fail, "a member of a cluster", """{ "instanceClass": "db.r7g.large" }""")),
        .. Of("rds-enhanced-monitoring", Instance,
            (Pass, "every minute", """{ "monitoringInterval": 60 }"""),
            (Fail, "off", """{ "monitoringInterval": 0 }"""),
            (Fail, "off by default", "{}"),
            (Undetermined, "not known", """{ "monitoringInterval": "<unknown>" }""")),
        .. Of("rds-enhanced-monitoring", Member, (Fail, "a member of a cluster", "{}")),
        .. Of("aurora-backtrack", Cluster,
            (Pass, "a day", """{ "engine": "aurora-mysql", "backtrackWindow": 86400 }"""),
            (Pass, "PostgreSQL cannot", """{ "engine": "aurora-postgresql" }"""),
            (Pass, "nor can serverless of the first version", """{ "engine": "aurora-mysql", "engineMode": "serverless" }"""),
            (Pass, "nor a member of a global database", """{ "engine": "aurora-mysql", "globalClusterIdentifier": "<unknown>" }"""),
            (Fail, "never", """{ "engine": "aurora-mysql", "backtrackWindow": 0 }"""),
            (Fail, "never by default", """{ "engine": "aurora-mysql" }"""),
            (Undetermined, "not known", """{ "engine": "aurora-mysql", "backtrackWindow": "<unknown>" }""")),
        Passes("aurora-backtrack", "the source of a global database", new SampleProgram().Add(Cluster, "orders", """{ "engine": "aurora-mysql" }""")
            .Add("aws:rds/globalCluster:GlobalCluster", "world",
                """{ "globalClusterIdentifier": "world", "sourceDbClusterIdentifier": "<unknown:orders>" }""")),
        .. Of("rds-custom-admin-name", Instance,
            (Pass, "its own", """{ "username": "shop_owner" }"""),
            (Pass, "that of its source", """{ "replicateSourceDb": "orders" }"""),
            (Fail, "the usual one", """{ "username": "Admin" }"""),
            (Undetermined, "not known", """{ "username": "<unknown>" }""")),
        .. Of("rds-custom-admin-name", Cluster, (Fail, "the usual one of PostgreSQL", """{ "masterUsername": "postgres" }""")),
        .. Of("rds-modern-ca", Instance,
            (Pass, "by default", "{}"),
            (Pass, "of 4,096 bits", """{ "caCertIdentifier": "rds-ca-rsa4096-g1" }"""),
            (Fail, "expired in 2024", """{ "caCertIdentifier": "rds-ca-2019" }"""),
            (Undetermined, "not known", """{ "caCertIdentifier": "<unknown>" }""")),
        .. Of("rds-modern-ca", "aws:docdb/clusterInstance:ClusterInstance", (Fail, "documents", """{ "caCertIdentifier": "rds-ca-2019" }""")),
        .. Of("rds-modern-ca", Cluster, (Fail, "a cluster that places its own machines", """{ "caCertificateIdentifier": "rds-ca-2019" }""")),
        .. Of("docdb-audit-logs", Documents,
            (Fail, "the default parameters", """{ "enabledCloudwatchLogsExports": ["audit"] }"""),
            (Fail, "the default parameters, by name", """{ "enabledCloudwatchLogsExports": ["audit"], "dbClusterParameterGroupName": "default.docdb5.0" }"""),
            (Undetermined, "parameters from elsewhere", """{ "enabledCloudwatchLogsExports": ["audit"], "dbClusterParameterGroupName": "strict" }""")),
        Passes("docdb-audit-logs", "recorded", Recorded("enabled")),
        Passes("docdb-audit-logs", "some kinds of events", Recorded("ddl,dml_write")),
        Fails("docdb-audit-logs", "switched off", Recorded("disabled"), "parameters[0].value"),
        Fails("docdb-audit-logs", "not exported", Recorded("enabled", "[\"profiler\"]"), "enabledCloudwatchLogsExports"),
        Fails("docdb-audit-logs", "not set", Recorded("enabled", name: "tls"), "parameters"),
        IsOpen("docdb-audit-logs", "not known", Recorded("<unknown>")),
        IsOpen("docdb-audit-logs", "what is exported is not known", Recorded("enabled", "\"<unknown>\""), "enabledCloudwatchLogsExports"),
    ];

    private static SampleProgram Replica(string engine) => new SampleProgram()
        .Add(Instance, "orders", $$"""{ "engine": "{{engine}}", "iamDatabaseAuthenticationEnabled": true }""")
        .Add(Instance, "reader", """{ "replicateSourceDb": "<unknown:orders>" }""");

    private static SampleProgram Recorded(string value, string logs = "[\"audit\"]", string name = "audit_logs") => new SampleProgram()
        .Add("aws:docdb/clusterParameterGroup:ClusterParameterGroup", "settings",
            $$"""{ "family": "docdb5.0", "parameters": [{ "name": "{{name}}", "value": "{{value}}" }] }""")
        .Add(Documents, "content", $$"""{ "dbClusterParameterGroupName": "<unknown:settings>", "enabledCloudwatchLogsExports": {{logs}} }""");
}
