namespace Infra.Policies.Deployment;

public sealed class VaultLocksLeaveThreeDays() : DeploymentRule(
    "deploy-vault-lock",
    Rank.High,
    ResourceTypes.BackupVaultLock,
    "AWS refuses a lock that closes in less than three days.",
    "set changeableForDays to at least 3",
    "AWS Backup Developer Guide, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["changeableForDays"], days => days.Number >= 3, "at least 3", whenAbsent: true);
}
