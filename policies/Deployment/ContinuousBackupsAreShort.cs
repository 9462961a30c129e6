namespace Infra.Policies.Deployment;

public sealed class ContinuousBackupsAreShort() : DeploymentRule(
    "deploy-backup-continuous",
    Rank.High,
    ResourceTypes.BackupPlan,
    "AWS keeps continuous backups for 35 days at most.",
    "set deleteAfter to at most 35, or leave enableContinuousBackup out",
    "AWS Backup Developer Guide, continuous backups and point-in-time restore, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Each(resource, resource["rules"], rule => If(
        resource, rule["enableContinuousBackup"], on => on.Truth is true,
        Expect(resource, rule["lifecycle"]["deleteAfter"], days => days.Number is >= 1 and <= 35, "1 to 35 for continuous backups")));
}
