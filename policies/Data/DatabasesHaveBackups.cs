namespace Infra.Policies.Data;

public sealed class DatabasesHaveBackups() : ResourceRule(
    "rds-backups-on",
    Rank.High,
    ResourceTypes.Databases,
    "Without automatic backups a bad migration or a deleted row is final.",
    "set backupRetentionPeriod to at least 1 day",
    "RDS.11", "CKV_AWS_133", "AVD-AWS-0077", "AwsSolutions-RDS13")
{
    // AWS keeps one day of a cluster's backups unless told otherwise; a replica is restored from its source.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        DatabaseReplica.IsOne(resource)
            ? []
            : Expect(resource, resource["backupRetentionPeriod"], days => days.Number >= 1, "at least 1 day",
                whenAbsent: !ResourceTypes.DatabaseInstance.Contains(resource.Type));
}
