namespace Infra.Policies.Backup;

public sealed class VaultsHaveAKeyOfTheirOwn() : ResourceRule(
    "backup-vault-cmk",
    Rank.Medium,
    ResourceTypes.BackupVault,
    "Under AWS's own key a backup cannot be copied to another account, and who may read it cannot be decided.",
    "name a key in kmsKeyArn",
    "Backup.1", "CKV_AWS_166")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var key = resource["kmsKeyArn"];
        return key.IsUnknown && resource.DependenciesOf(key.Path).Count > 0
            ? []
            : Expect(resource, key, arn => arn.Text is { Length: > 0 }, "a key");
    }
}
