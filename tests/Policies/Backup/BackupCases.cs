using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Backup;

internal static class BackupCases
{
    private const string Vault = "aws:backup/vault:Vault";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("backup-vault-cmk", Vault,
            (Pass, "a key", """{ "kmsKeyArn": "arn:aws:kms:eu-central-1:123456789012:key/1" }"""),
            (Fail, "AWS's own", "{}"),
            (Undetermined, "not known", """{ "kmsKeyArn": "<unknown>" }""")),
        Passes("backup-vault-cmk", "a key of the program",
            new SampleProgram().Add("aws:kms/key:Key", "key").Add(Vault, "it", """{ "kmsKeyArn": "<unknown:key>" }""")),
        Passes("backup-vault-locked", "locked", Locked("30")),
        Fails("backup-vault-locked", "not locked", new SampleProgram().Add(Vault, "vault")),
        Fails("backup-vault-locked", "no shortest time", Locked("0"), "minRetentionDays"),
        IsOpen("backup-vault-locked", "not known", Locked("\"<unknown>\""), "minRetentionDays"),
        Passes("backup-coverage", "by its ARN", Selected("""{ "resources": ["arn:orders"] }""")),
        Passes("backup-coverage", "by what its ARN was computed from", Selected("""{ "resources": ["<unknown:orders>"] }""")),
        Passes("backup-coverage", "by a pattern", Selected("""{ "resources": ["arn:*"] }""")),
        Passes("backup-coverage", "by a tag", Selected("""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "backup", "value": "daily" }] }""")),
        Fails("backup-coverage", "by a tag that it does not carry",
            Selected("""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "backup", "value": "hourly" }] }""")),
        Fails("backup-coverage", "another store", Selected("""{ "resources": ["arn:invoices"] }""")),
        Fails("backup-coverage", "no backup at all", new SampleProgram().Add("aws:dynamodb/table:Table", "orders")),
        Passes("backup-coverage", "what follows the first cluster of a global database", Member("")),
        Fails("backup-coverage", "the first cluster of a global database", Member(""", "manageMasterUserPassword": true, "masterUsername": "owner" """)),
        Fails("backup-coverage", "a cluster that began with a snapshot", Member(""", "snapshotIdentifier": "old" """)),
        Passes("backup-coverage", "all that carry a tag", Selected(Conditional("daily"))),
        Fails("backup-coverage", "all that carry another tag", Selected(Conditional("hourly"))),
        Fails("backup-coverage", "all but this one", Selected("""{ "resources": ["*"], "notResources": ["arn:orders"] }""")),
        IsOpen("backup-coverage", "which tag is not known", Selected(Conditional("<unknown>"))),
        IsOpen("backup-coverage", "a comparison of another kind", Selected(
            """{ "resources": ["*"], "conditions": [{ "stringLikes": [{ "key": "aws:ResourceTag/backup", "value": "d*" }] }] }""")),
        IsOpen("backup-coverage", "a list from elsewhere", Selected("""{ "resources": "<unknown>" }""")),
    ];

    private static SampleProgram Locked(string days) => new SampleProgram().Add(Vault, "vault")
        .Add("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "lock",
            $$"""{ "backupVaultName": "<unknown:vault>", "minRetentionDays": {{days}} }""");

    private static SampleProgram Member(string more) => new SampleProgram().Add("aws:rds/globalCluster:GlobalCluster", "world")
        .Add("aws:rds/cluster:Cluster", "orders", $$"""{ "globalClusterIdentifier": "<unknown:world>" {{more}} }""");

    private static string Conditional(string value) =>
        $$"""{ "resources": ["*"], "conditions": [{ "stringEquals": [{ "key": "aws:ResourceTag/backup", "value": "{{value}}" }] }] }""";

    private static SampleProgram Selected(string selection) => new SampleProgram()
        .Add("aws:rds/instance:Instance", "orders", """{ "arn": "arn:orders", "tags": { "backup": "daily" } }""")
        .Add("aws:rds/instance:Instance", "replica", """{ "arn": "arn:replica", "replicateSourceDb": "orders" }""")
        .Add("aws:backup/selection:Selection", "selection", selection);
}
