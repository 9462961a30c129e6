namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack may well keep less, and its preview should say so.</remarks>
public sealed class DatabasesKeepAWeekOfBackups() : ResourceRule(
    "rds-backup-retention",
    Rank.Medium,
    ResourceTypes.Databases,
    "A mistake that nobody noticed for some days can only be undone from a backup that is older.",
    "set backupRetentionPeriod to at least 7 days",
    "RDS.11", "CKV_AWS_133", "CKV_AWS_360", "DocumentDB.2", "AwsSolutions-DOC4", "AwsSolutions-RDS13")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        DatabaseReplica.IsOne(resource)
            ? []
            : Expect(resource, resource["backupRetentionPeriod"], days => days.Number >= 7, "at least 7 days");
}
