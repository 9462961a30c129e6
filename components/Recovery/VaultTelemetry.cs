using Infra.Components.Operations;
using Pulumi;

namespace Infra.Components.Recovery;

/// <summary>What a backup vault reports, and when people are told.</summary>
internal static class VaultTelemetry
{
    // Backups begin by the hour.
    private const int PeriodSeconds = 3600;

    public static Telemetry Of(string name, string region, string vaultName)
    {
        var failed = Metric("NumberOfBackupJobsFailed", "backups", vaultName);
        var aborted = Metric("NumberOfBackupJobsAborted", "aborted", vaultName);
        var expired = Metric("NumberOfBackupJobsExpired", "expired", vaultName);
        var uncopied = Metric("NumberOfCopyJobsFailed", "copies", vaultName);
        return new()
        {
            Source = name,
            Region = region,
            Alarms =
            [
                Any("failed", failed, $"A backup into {vaultName} failed. The job in AWS Backup names the reason; back up by hand if the next one is far off."),
                Any("aborted", aborted, $"A backup into {vaultName} was stopped. Back up by hand if the next one is far off."),
                Any("expired", expired, $"A backup into {vaultName} never began, or could not be removed at its end. The job in AWS Backup says which."),
                Any("uncopied", uncopied, $"A copy from {vaultName} to another region failed. The job in AWS Backup names the reason; often it is a key."),
            ],
            Widgets =
            [
                new("Backups",
                    Metric("NumberOfBackupJobsCreated", "begun", vaultName), Metric("NumberOfBackupJobsCompleted", "done", vaultName)),
                new("Failed", failed, aborted, expired, uncopied),
            ],
        };
    }

    private static Alarm Any(string key, Metric metric, string says) => new()
    {
        Key = key,
        Says = says,
        Measure = metric,
        Comparison = Comparison.Above,
        Threshold = 0,
        Periods = 1,
    };

    private static Metric Metric(string metric, string label, string vaultName) => new()
    {
        Label = label,
        Namespace = "AWS/Backup",
        Name = metric,
        Dimensions = new Dictionary<string, Input<string>> { ["BackupVaultName"] = vaultName },
        Statistic = Statistic.Sum,
        PeriodSeconds = PeriodSeconds,
    };
}
