namespace Infra.Policies.Backup;

public sealed class VaultsAreLocked() : CompanionRule(
    "backup-vault-locked",
    Rank.Medium,
    ResourceTypes.BackupVault,
    ResourceTypes.BackupVaultLock,
    "backupVaultName",
    "vault lock",
    "Whoever takes the account deletes the backups first.",
    "add a VaultLockConfiguration with minRetentionDays for the vault")
{
    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion) =>
        Expect(companion, companion["minRetentionDays"], days => days.Number >= 1, "at least 1 day");
}
