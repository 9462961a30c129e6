namespace Infra.Policies.Data;

public sealed class DatabasesTellWhatGoesWrong() : ResourceRule(
    "rds-log-exports",
    Rank.Medium,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster],
    "Logs that stay on the database's disk are rotated away within days, and are gone with the machine.",
    "list the engine's logs in enabledCloudwatchLogsExports, the error log at least",
    "RDS.9", "RDS.34", "CKV_AWS_129", "CKV_AWS_324", "CKV_AWS_325")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["enabledCloudwatchLogsExports"], logs => logs.Items.Any(), "a list of logs");
}
